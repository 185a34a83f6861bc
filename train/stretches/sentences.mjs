/** Splits a text into sentences at full stops, question and exclamation marks, in any script that has them. */
const SENTENCE = /[^.!?。！？।؟]+[.!?。！？।؟]+["”’»」]*\s*|[^.!?。！？।؟]+$/gu;

export const sentencesOf = (text) => {
  const list = (text.match(SENTENCE) ?? [text]).map((one) => one.trim()).filter((one) => one.length > 1);
  return list.length ? list : [text];
};
