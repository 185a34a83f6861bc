/** What each fact weighs when sentences are chosen. Written by tools/train-key-points.mjs; not by hand. */
import type { KeyPointWeights } from './policy.ts';

export const KEY_POINT_WEIGHTS: KeyPointWeights = {
  words: [
    -5.263, // one
    0.941, // logCount
    -0.177, // once
    2.556, // inTitle
    0.691, // logHeadings
    0.879, // sections
    4.44, // early
    -0.838, // inFirst
    -0.044, // inFirstThree
    0.153, // inLast
    1.26, // share
    0.03, // grammar
    -0.21, // grammarLogCount
    -0.579, // grammarInTitle
    0.439, // letters
    0.291, // name
    0.352, // digit
    1.746, // single
    -0.551, // singleLogCount
    -0.724, // singleInTitle
    -0.114, // singleGrammar
    -1.321, // titleEarly
    0.029, // sectionedEarly
    -0.179, // sectionedLogCount
    0.182, // sectionedInTitle
    -2.232, // longEarly
    -0.039, // longLogCount
  ],
  pairs: [
    -3.195, // one
    0.779, // logCount
    -0.216, // once
    1.12, // inTitle
    0.893, // logHeadings
    4.589, // early
    -1.312, // inFirst
    -0.163, // inFirstThree
    0.487, // inLast
    -0.612, // grammarFirst
    -0.693, // grammarSecond
    0.361, // grammarBoth
    0.348, // logWords
    0.345, // names
    1.212, // single
    -0.369, // singleLogCount
    -1.127, // sectionedEarly
    -0.288, // sectionedLogCount
    -1.213, // longEarly
  ],
  standing: [
    -1.358, // logLength
    0.21, // short
    -0.045, // long
    0.459, // logRank
    0.144, // middle
    0.689, // nearTop
    -0.018, // logPlace
    -0.005, // place01
    0.127, // lastTenth
    -0.378, // first
    -0.338, // second
    0.643, // firstSection
    0.245, // lastSection
    -0.116, // opensSection
    -0.179, // logInSection
    0.064, // opensParagraph
    -0.033, // aloneInParagraph
    0.496, // titleShare
    -0.359, // titleAlike
    0.511, // headingShare
    -0.076, // ownHeading
    -0.256, // item
    -0.056, // question
    0.254, // colon
    -0.293, // startsQuote
    -0.111, // holdsQuote
    -0.006, // digit
    0.167, // percent
    -0.342, // noEnd
    -0.127, // leansBack
    -0.034, // speaker
    0.064, // exclaims
    0.659, // names
    -0.273, // marks
    -0.405, // topicShare
    0.634, // wordMean
    0.672, // pairMean
    -0.026, // sectionsNearTop
    -0.05, // sectionsLogPlace
    -0.891, // sectionsMiddle
    -0.117, // sectionsLogLength
    0.8, // denseNearTop
    0.573, // denseLogLength
    -0.143, // longTextNearTop
  ],
  moving: [
    0.536, // logWords
    0.508, // logPairs
    0.873, // logConcepts
    0.283, // freshShare
    1.319, // titleFresh
    0.6, // likest
    0.325, // sameSection
    0.638, // follows
    0.571, // precedes
    0.779, // laterLikest
    -0.158, // laterLogWords
    -0.336, // laterLogPairs
    0.452, // laterLogConcepts
    -0.378, // laterSameSection
  ],
  later: [
    -0.256, // logLength
    0.284, // short
    -0.244, // long
    0.76, // logRank
    0.279, // middle
    0.812, // nearTop
    0.238, // logPlace
    -0.26, // place01
    -0.105, // firstSection
    -0.335, // lastSection
    0.168, // opensSection
    0.042, // opensParagraph
    -0.29, // headingShare
    0.128, // ownHeading
    0.234, // item
    0.071, // noEnd
    -0.231, // leansBack
    -0.476, // names
    0.109, // topicShare
    -0.347, // wordMean
    0.367, // pairMean
    0.104, // denseLogLength
  ],
};
