/** What each feature weighs when sentences are chosen. Written by train/key-points/train.mjs; not by hand. */
import type { KeyPointWeights } from './policy.ts';

export const KEY_POINT_WEIGHTS: KeyPointWeights = {
  made: {
    command: 'node train/key-points/train.mjs --corpus DIR',
    seed: [1, 2, 3, 4, 5, 6],
    corpora: ['keypoints-dev'],
    date: '2026-11-23',
  },
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
  statics: [
    -1.359, // logLength
    0.212, // short
    -0.045, // long
    0.459, // logRank
    0.141, // middle
    0.687, // nearTop
    -0.019, // logPlace
    -0.006, // place01
    0.127, // lastTenth
    -0.379, // first
    -0.337, // second
    0.642, // firstSection
    0.246, // lastSection
    -0.118, // opensSection
    -0.178, // logInSection
    0.064, // opensParagraph
    -0.031, // aloneInParagraph
    0.503, // titleShare
    -0.372, // titleAlike
    0.511, // headingShare
    -0.074, // ownHeading
    -0.259, // item
    -0.057, // question
    0.251, // colon
    -0.299, // startsQuote
    -0.108, // holdsQuote
    -0.015, // digit
    0.17, // percent
    -0.343, // noEnd
    -0.126, // leansBack
    -0.031, // speaker
    0.063, // exclaims
    0.659, // names
    -0.281, // marks
    -0.399, // topicShare
    0.631, // wordMean
    0.677, // pairMean
    -0.025, // sectionsNearTop
    -0.049, // sectionsLogPlace
    -0.892, // sectionsMiddle
    -0.112, // sectionsLogLength
    0.796, // denseNearTop
    0.558, // denseLogLength
    -0.142, // longTextNearTop
  ],
  moving: [
    0.534, // logWords
    0.51, // logPairs
    0.873, // logConcepts
    0.289, // freshShare
    1.321, // titleFresh
    0.614, // likest
    0.325, // sameSection
    0.641, // follows
    0.57, // precedes
    0.79, // laterLikest
    -0.157, // laterLogWords
    -0.338, // laterLogPairs
    0.453, // laterLogConcepts
    -0.378, // laterSameSection
  ],
  later: [
    -0.258, // logLength
    0.281, // short
    -0.238, // long
    0.761, // logRank
    0.286, // middle
    0.811, // nearTop
    0.24, // logPlace
    -0.256, // place01
    -0.102, // firstSection
    -0.333, // lastSection
    0.169, // opensSection
    0.049, // opensParagraph
    -0.293, // headingShare
    0.129, // ownHeading
    0.238, // item
    0.07, // noEnd
    -0.151, // leansBack
    -0.472, // names
    0.133, // topicShare
    -0.343, // wordMean
    0.381, // pairMean
    0.093, // denseLogLength
  ],
};
