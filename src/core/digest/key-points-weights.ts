/** What each fact weighs when sentences are chosen. Written by tools/train-key-points.mjs; not by hand. */
import type { KeyPointWeights } from './policy.ts';

export const KEY_POINT_WEIGHTS: KeyPointWeights = {
  words: [
    -5.248, // one
    0.937, // logCount
    -0.183, // once
    2.538, // inTitle
    0.69, // logHeadings
    0.873, // sections
    4.426, // early
    -0.831, // inFirst
    -0.044, // inFirstThree
    0.155, // inLast
    1.278, // share
    0.028, // grammar
    -0.209, // grammarLogCount
    -0.585, // grammarInTitle
    0.429, // letters
    0.287, // name
    0.327, // digit
    1.732, // single
    -0.547, // singleLogCount
    -0.74, // singleInTitle
    -0.13, // singleGrammar
    -1.309, // titleEarly
    0.028, // sectionedEarly
    -0.178, // sectionedLogCount
    0.2, // sectionedInTitle
    -2.221, // longEarly
    -0.04, // longLogCount
  ],
  pairs: [
    -3.182, // one
    0.771, // logCount
    -0.223, // once
    1.122, // inTitle
    0.886, // logHeadings
    4.58, // early
    -1.303, // inFirst
    -0.156, // inFirstThree
    0.476, // inLast
    -0.609, // grammarFirst
    -0.69, // grammarSecond
    0.359, // grammarBoth
    0.348, // logWords
    0.349, // names
    1.207, // single
    -0.378, // singleLogCount
    -1.111, // sectionedEarly
    -0.279, // sectionedLogCount
    -1.235, // longEarly
  ],
  standing: [
    -1.36, // logLength
    0.214, // short
    -0.045, // long
    0.459, // logRank
    0.142, // middle
    0.687, // nearTop
    -0.018, // logPlace
    -0.006, // place01
    0.127, // lastTenth
    -0.379, // first
    -0.336, // second
    0.641, // firstSection
    0.246, // lastSection
    -0.116, // opensSection
    -0.178, // logInSection
    0.064, // opensParagraph
    -0.031, // aloneInParagraph
    0.504, // titleShare
    -0.371, // titleAlike
    0.51, // headingShare
    -0.074, // ownHeading
    -0.259, // item
    -0.058, // question
    0.252, // colon
    -0.299, // startsQuote
    -0.108, // holdsQuote
    -0.016, // digit
    0.169, // percent
    -0.343, // noEnd
    -0.12, // leansBack
    -0.032, // speaker
    0.063, // exclaims
    0.658, // names
    -0.281, // marks
    -0.401, // topicShare
    0.63, // wordMean
    0.675, // pairMean
    -0.026, // sectionsNearTop
    -0.05, // sectionsLogPlace
    -0.891, // sectionsMiddle
    -0.112, // sectionsLogLength
    0.793, // denseNearTop
    0.558, // denseLogLength
    -0.143, // longTextNearTop
  ],
  moving: [
    0.534, // logWords
    0.51, // logPairs
    0.873, // logConcepts
    0.29, // freshShare
    1.321, // titleFresh
    0.615, // likest
    0.325, // sameSection
    0.641, // follows
    0.569, // precedes
    0.791, // laterLikest
    -0.155, // laterLogWords
    -0.338, // laterLogPairs
    0.451, // laterLogConcepts
    -0.378, // laterSameSection
  ],
  later: [
    -0.257, // logLength
    0.282, // short
    -0.241, // long
    0.76, // logRank
    0.286, // middle
    0.809, // nearTop
    0.24, // logPlace
    -0.255, // place01
    -0.099, // firstSection
    -0.334, // lastSection
    0.166, // opensSection
    0.042, // opensParagraph
    -0.293, // headingShare
    0.126, // ownHeading
    0.236, // item
    0.067, // noEnd
    -0.213, // leansBack
    -0.477, // names
    0.122, // topicShare
    -0.344, // wordMean
    0.376, // pairMean
    0.093, // denseLogLength
  ],
};
