/** Types for one table of opencc-js, which has none: "traditional simplified|…". */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
