/**
 * Words that say what a heading does for its text rather than what it is about: it closes the text, opens questions
 * and answers, or opens the text. By language, in one pattern each.
 */
import { pattern } from '../language/pattern.ts';

/** "Conclusion", "FAQ", "References": outermost, as a rule. */
export const CLOSING = pattern('iu')`
  ^[^\p{L}\p{N}]*(?:(?:in |final |key |closing |concluding )?(?:conclusions?|summary|takeaways?|thoughts
  |wrapp?ing (?:it )?up|wrap[- ]?up|recap)|the bottom line|bottom line|final (?:words|verdict)|verdict|epilogue
  |references|sources|bibliography|further reading|see also|related|about the author|next steps|resources
  |acknowledge?ments|appendix|faqs?|frequently asked|q&a|questions and answers|fazit|zusammenfassung|schluss
  |häufige fragen|quellen|literatur|en conclusion|conclusion|résumé|questions fréquentes|sources|bibliographie
  |conclusión|conclusiones|resumen|preguntas frecuentes|referencias|fuentes|conclusão|resumo|perguntas frequentes
  |referências|fontes|conclusione|conclusioni|riassunto|domande frequenti|riferimenti|fonti|conclusie|samenvatting
  |veelgestelde vragen|bronnen|podsumowanie|wnioski|zakończenie|najczęściej zadawane|źródła|bibliografia
  |заключение|вывод|выводы|итоги?|часто задаваемые|вопросы и ответы|источники|литература|висновки?|підсумок
  |джерела|συμπέρασμα|συμπεράσματα|επίλογος|συχνές ερωτήσεις|πηγές|sonuç|özet|sıkça sorulan|kaynaklar|kaynakça
  |خاتمة|الخاتمة|الخلاصة|خلاصة|الأسئلة الشائعة|المراجع|المصادر|निष्कर्ष|सारांश|संदर्भ|kết luận|tổng kết|tóm tắt
  |câu hỏi thường gặp|tài liệu tham khảo|nguồn)(?![\p{L}\p{M}])|^[^\p{L}\p{N}]*(?:结论|結論|总结|總結|小结|小結|结语|結語|尾声|参考|參考
  |常见问题|常見問題|相关|まとめ|おわりに|終わりに|最後に|よくある質問|参考文献|결론|마치며|맺음말|정리|요약|자주 묻는|참고|สรุป|คำถามที่พบบ่อย)
`;

/** Questions below such a line are one level deeper. */
export const QUESTIONS = pattern('iu')`
    (?<![\p{L}\p{N}])(?:faqs?|q ?& ?a)(?![\p{L}\p{N}])|frequently asked|common questions|questions about
    |häufige (?:gestellte )?fragen|questions fréquentes|foire aux questions|preguntas frecuentes
    |perguntas frequentes|domande frequenti|veelgestelde vragen|najczęściej zadawane|часто задаваемые
    |вопросы и ответы|поширені запитання|συχνές ερωτήσεις|sıkça sorulan|الأسئلة الشائعة|câu hỏi thường gặp|常见问题
    |常見問題|よくある質問|자주 묻는|คำถามที่พบบ่อย
  `;

/** "Introduction", "What is …", "Prerequisites": what a text opens with. */
export const OPENING = pattern('iu')`
  ^[^\p{L}\p{N}]*(?:introduction|overview|background|intro|what (?:is|are)|prerequisites|getting started|about
  |abstract|preface|einleitung|einführung|überblick|was (?:ist|sind)|qu['’]est[- ]ce|introducción|qué es
  |introdução|o que é|introduzione|che cos|inleiding|wat is|wstęp|wprowadzenie|co to jest|введение|что такое|вступ
  |що таке|εισαγωγή|τι είναι|giriş|nedir|مقدمة|المقدمة|ما هو|ما هي|परिचय|giới thiệu|mở đầu|là gì)(?![\p{L}\p{M}])
  |^[^\p{L}\p{N}]*(?:引言|前言|导言|導言|简介|簡介|概述|背景|什么是|什麼是|はじめに|概要|들어가며|서론|소개|개요|บทนำ)
`;
