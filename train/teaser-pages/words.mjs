/**
 * What sites write next to teasers, in the page's language: labels, dates, counts. Languages that are not listed here
 * get no labels.
 */

const LABELS = {
  en: [
    'Read also',
    'See also',
    'More on this',
    'Recommended',
    'Don’t miss',
    'Top stories',
    'Trending now',
    'Up next',
    'In other news',
    'Editor’s picks',
  ],
  zh: ['相关阅读', '延伸阅读', '猜你喜欢', '热门文章', '推荐阅读', '更多精彩', '上一篇', '今日头条'],
  ru: ['Читайте также', 'Смотрите также', 'По теме', 'Главное сегодня', 'Другие новости', 'Популярное'],
  pl: ['Czytaj także', 'Zobacz również', 'Polecamy', 'Najnowsze', 'Przeczytaj też', 'Warto wiedzieć'],
  el: ['Διαβάστε επίσης', 'Δείτε ακόμα', 'Σχετικά άρθρα', 'Δημοφιλή', 'Περισσότερα'],
  vi: ['Xem thêm', 'Đọc thêm', 'Tin liên quan', 'Có thể bạn quan tâm', 'Tin nóng'],
  ko: ['관련기사', '많이 본 뉴스', '함께 보면 좋은 기사', '추천 기사', '이 시각 주요뉴스'],
  ja: ['あわせて読みたい', '関連記事', 'おすすめ記事', '人気記事ランキング', 'こちらもどうぞ'],
  ar: ['اقرأ أيضا', 'مواضيع ذات صلة', 'الأكثر قراءة', 'شاهد أيضا'],
  hi: ['यह भी पढ़ें', 'संबंधित खबरें', 'ट्रेंडिंग', 'इसे भी देखें'],
  th: ['อ่านเพิ่มเติม', 'ข่าวที่เกี่ยวข้อง', 'บทความแนะนำ', 'ข่าวล่าสุด'],
};
const NAMES = {
  en: ['Nora Field', 'Sam Okafor', 'Lena Brandt', 'Owen Price', 'Mia Castillo', 'Theo Lind'],
  zh: ['王晓明', '李静', '陈思远', '赵敏', '周立'],
  ru: ['Анна Петрова', 'Игорь Волков', 'Мария Лебедева', 'Олег Сомов'],
  pl: ['Anna Nowicka', 'Piotr Zając', 'Ewa Maj', 'Jan Sowa'],
  el: ['Μαρία Δήμου', 'Νίκος Παππάς', 'Ελένη Ράπτη'],
  vi: ['Nguyễn Minh', 'Trần Lan', 'Lê Hải'],
  ko: ['김서준', '이하은', '박민재'],
  ja: ['山田花子', '佐藤健', '鈴木一郎'],
  ar: ['ليلى حسن', 'سامي خليل', 'نور الدين'],
  hi: ['अनीता वर्मा', 'राहुल मेहता', 'सीमा नायर'],
  th: ['สมชาย ใจดี', 'วรรณา ศรีสุข', 'มานพ ทองดี'],
};
const SITES = [
  'Morning Ledger',
  'DayFeed',
  '每日看点',
  'Вестник дня',
  'Globe & Harbour',
  'NewsLoop',
  '云雀网',
  'Kurier 24',
  'Daily Heron',
  'สยามข่าว',
];
const REGIONS = ['FR', 'JP', 'BR', 'KE', 'CA', 'IN', 'EG', 'MX', 'NO', 'TH'];
/** Range of the dates of pages and teasers. */
const FIRST_DAY_MS = Date.UTC(2015, 0, 1);
const DAY_MS = 86_400_000;

/** The words of one page in one language, drawn from a random source. */
export function wordsOf(lang, { pick, whole, maybe, sample }) {
  const names = new Intl.DisplayNames(lang, { type: 'region' });
  const count = (value) => new Intl.NumberFormat(lang, maybe(0.4) ? { notation: 'compact' } : {}).format(value);
  const date = () => {
    const style = pick(['long', 'medium', 'short']);
    const at = FIRST_DAY_MS + whole(0, 3600) * DAY_MS + whole(0, 1439) * 60_000;
    if (maybe(0.3))
      return new Date(at)
        .toISOString()
        .slice(0, maybe(0.5) ? 10 : 16)
        .replace('T', ' ');
    if (maybe(0.3))
      return new Intl.RelativeTimeFormat(lang, { numeric: 'always' }).format(
        -whole(2, 23),
        pick(['hour', 'day', 'minute', 'week']),
      );
    return new Intl.DateTimeFormat(lang, {
      dateStyle: style,
      ...(maybe(0.4) ? { timeStyle: 'short' } : {}),
      timeZone: 'UTC',
    }).format(at);
  };
  return {
    lang,
    /** A label, or an empty string: about half of all sites have one above their teasers. */
    label: () => (maybe(0.55) ? pick(LABELS[lang] ?? ['']) : ''),
    always: () => pick(LABELS[lang] ?? ['→']),
    name: () => pick(NAMES[lang] ?? NAMES.en),
    site: () => pick(SITES),
    sections: (most) => sample(REGIONS, most).map((region) => names.of(region) ?? region),
    date,
    views: () => count(whole(12, 98_000)),
    price: () =>
      new Intl.NumberFormat(lang, { style: 'currency', currency: pick(['USD', 'EUR', 'CNY', 'JPY']) }).format(
        whole(5, 900),
      ),
    length: () => `${whole(0, 9)}:${String(whole(0, 59)).padStart(2, '0')}`,
  };
}
