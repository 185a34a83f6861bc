/** Cuts a text into sentences by their stops, in any script that has some. */
const SENTENCE = /[^.!?。！？।؟]+[.!?。！？।؟]+["”’»」]*\s*|[^.!?。！？।؟]+$/gu;

export const sentencesOf = (text) => {
  const list = (text.match(SENTENCE) ?? [text]).map((one) => one.trim()).filter((one) => one.length > 1);
  return list.length ? list : [text];
};
