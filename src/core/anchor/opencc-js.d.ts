/** What opencc-js leaves untyped: one of its tables, as "traditional simplified|…". */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
