/** What each feature weighs when sentences are chosen. Written by train/key-points/train.mjs; not by hand. */
import type { KeyPointWeights } from './policy.ts';

export const KEY_POINT_WEIGHTS: KeyPointWeights = {
  made: {
    command: 'node train/key-points/train.mjs --corpus DIR',
    seed: [1, 2, 3, 4, 5, 6],
    corpora: ['keypoints-dev'],
    date: '2026-11-28',
  },
  words: [
    -5.248, // one
    0.937, // logCount
    -0.183, // once
    2.55, // inTitle
    0.69, // logHeadings
    0.876, // sections
    4.425, // early
    -0.829, // inFirst
    -0.044, // inFirstThree
    0.155, // inLast
    1.27, // share
    0.028, // grammar
    -0.209, // grammarLogCount
    -0.587, // grammarInTitle
    0.428, // letters
    0.288, // name
    0.332, // digit
    1.732, // single
    -0.546, // singleLogCount
    -0.741, // singleInTitle
    -0.13, // singleGrammar
    -1.319, // titleEarly
    0.032, // sectionedEarly
    -0.18, // sectionedLogCount
    0.194, // sectionedInTitle
    -2.226, // longEarly
    -0.037, // longLogCount
  ],
  pairs: [
    -3.181, // one
    0.77, // logCount
    -0.223, // once
    1.124, // inTitle
    0.887, // logHeadings
    4.579, // early
    -1.303, // inFirst
    -0.157, // inFirstThree
    0.476, // inLast
    -0.609, // grammarFirst
    -0.69, // grammarSecond
    0.358, // grammarBoth
    0.348, // logWords
    0.349, // names
    1.208, // single
    -0.377, // singleLogCount
    -1.112, // sectionedEarly
    -0.28, // sectionedLogCount
    -1.234, // longEarly
  ],
  statics: [
    -1.363, // logLength
    0.201, // short
    -0.037, // long
    0.45, // logRank
    0.147, // middle
    0.688, // nearTop
    -0.019, // logPlace
    -0.008, // place01
    0.127, // lastTenth
    -0.381, // first
    -0.339, // second
    0.641, // firstSection
    0.251, // lastSection
    -0.117, // opensSection
    -0.178, // logInSection
    0.065, // opensParagraph
    -0.03, // aloneInParagraph
    0.502, // titleShare
    -0.377, // titleAlike
    0.516, // headingShare
    -0.075, // ownHeading
    -0.261, // item
    -0.056, // question
    0.256, // colon
    -0.304, // startsQuote
    -0.103, // holdsQuote
    -0.011, // digit
    0.167, // percent
    -0.349, // noEnd
    -0.127, // leansBack
    -0.034, // speaker
    0.063, // exclaims
    0.665, // names
    -0.287, // marks
    -0.398, // topicShare
    0.639, // wordMean
    0.675, // pairMean
    -0.026, // sectionsNearTop
    -0.049, // sectionsLogPlace
    -0.888, // sectionsMiddle
    -0.113, // sectionsLogLength
    0.787, // denseNearTop
    0.555, // denseLogLength
    -0.143, // longTextNearTop
  ],
  moving: [
    0.536, // logWords
    0.509, // logPairs
    0.873, // logConcepts
    0.28, // freshShare
    1.319, // titleFresh
    0.616, // likest
    0.328, // sameSection
    0.641, // follows
    0.572, // precedes
    0.79, // laterLikest
    -0.156, // laterLogWords
    -0.335, // laterLogPairs
    0.454, // laterLogConcepts
    -0.381, // laterSameSection
  ],
  later: [
    -0.26, // logLength
    0.268, // short
    -0.234, // long
    0.755, // logRank
    0.284, // middle
    0.811, // nearTop
    0.24, // logPlace
    -0.256, // place01
    -0.104, // firstSection
    -0.345, // lastSection
    0.164, // opensSection
    0.051, // opensParagraph
    -0.292, // headingShare
    0.127, // ownHeading
    0.239, // item
    0.076, // noEnd
    -0.15, // leansBack
    -0.496, // names
    0.143, // topicShare
    -0.335, // wordMean
    0.386, // pairMean
    0.107, // denseLogLength
  ],
};
