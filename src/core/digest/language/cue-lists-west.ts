/** Cue words of the Germanic and Romance languages. See `cue-words.ts` for the meaning of the lists. */
import type { CueLists } from './cue-words.ts';

export const CUES_WEST: Record<string, CueLists> = {
  en: {
    me: "i i'm i've i'd i'll me my mine myself",
    us: "we we're we've we'll we'd us our ours ourselves let's",
    you: "you you're you've you'll you'd your yours yourself",
    third: `he she they him her his hers their theirs them it its it's he's she's they're they've himself herself
        itself themselves`,
    this: "this that these those such here there that's there's here's same",
    link: `and but or so yet also too however therefore moreover furthermore then thus meanwhile instead besides
      additionally consequently still though again otherwise similarly likewise finally next lastly secondly plus
      nor hence indeed anyway`,
    say: `say says said saying tell tells told add adds added explain* according report* announc* claim* argue* note
      noted notes wrote writes ask asked asks think thinks thought believe* recall* state stated states confirm*
      admit* warn* comment* quoted`,
    advise: `should must need needs recommend* suggest* ensure best avoid always never important essential make use
      choose consider try keep remember check require* ideal helps help can better necessary`,
    hedge: `may might could perhaps maybe probably possibly seem seems seemed guess somewhat likely would almost
        apparently kind sort`,
    weight: `most main key largest first biggest major primary significant* record highest lowest top leading only new
      least critical central fundamental greatest more less million billion percent increase* decrease* rise rose
      fell grow* growth`,
    point: `click tap subscribe newsletter below above guide link links page contact call visit download video photo
      image email website free order buy shop book sale discount price today policy terms comment comments share
      follow sign login register read see watch listen request learn join find view`,
    feel: `love loved loves happy great amazing awesome thank thanks please excited enjoy fun wonderful beautiful
      perfect favorite favourite wow hope lovely glad welcome sorry fantastic nice really just pretty actually
      honestly`,
    when: `today yesterday tomorrow tonight now recently ago last later earlier then monday tuesday wednesday thursday
      friday saturday sunday morning january february march april june july august september october november
      december`,
    example: 'example instance e.g including includes include such like namely examples',
    cause: `because since due cause* result* lead leads led allow* enable* reason* mean means meant therefore hence
        help helps provide* offer*`,
    be: 'is are was were be been being',
    not: `not no never without rather despite although while unlike don't doesn't isn't aren't can't won't didn't
      wasn't unless except however nothing none`,
    text: `article post guide section chapter blog table figure list tutorial story series episode interview review
      report book part summary overview conclusion`,
  },
  de: {
    me: 'ich mich mir mein meine meinen meinem meiner',
    us: 'wir uns unser unsere unseren unserem unserer',
    you: 'du dich dir dein deine deinen sie ihnen ihr ihre ihren euch euer',
    third: 'er es ihn ihm sein seine seinen seinem seiner ihrer ihrem deren dessen',
    this: 'dies diese dieser dieses diesem diesen jene jener jenes solche hier dort da dabei damit dadurch dafür',
    link: `und aber oder doch jedoch auch außerdem daher deshalb dann also zudem trotzdem dennoch stattdessen
      schließlich denn sondern ebenso allerdings`,
    say: `sagt sagte sagen erklär* laut berichte* betont* meint meinte kündigte teilte zufolge schrieb schreibt fragt*
      behaupte* warnt* heißt hieß`,
    advise: `sollte sollten muss müssen empfehl* wichtig sollen achten vermeiden immer nie brauchen nötig notwendig
      beachten kann können empfiehlt`,
    hedge: 'vielleicht könnte könnten möglicherweise wohl scheint wahrscheinlich würde würden etwa offenbar',
    weight: `meisten wichtigste größte erste erster haupt* höchste neue neuen neues mehr weniger prozent millionen
      milliarden bedeutend* stieg sank`,
    point: `klicken newsletter unten oben link seite kontakt besuchen herunterladen video foto bild kostenlos bestellen
      kaufen preis lesen siehe sehen kommentar* teilen abonnieren anmelden`,
    feel: `liebe lieben glücklich toll danke bitte freuen freude spaß schön wunderbar perfekt hoffe hoffen super
      einfach wirklich`,
    when: `heute gestern morgen jetzt kürzlich montag dienstag mittwoch donnerstag freitag samstag sonntag januar
      februar märz april mai juni juli august september oktober november dezember`,
    example: 'beispiel beispielsweise etwa darunter wie',
    cause: 'weil da wegen aufgrund führt führte führen ermöglich* grund dadurch daher bedeutet durch sorgt',
    be: 'ist sind war waren sein gewesen wird werden wurde wurden',
    not: 'nicht kein keine keinen nie ohne trotz obwohl während weder nichts',
    text: `artikel beitrag abschnitt kapitel tabelle liste ratgeber geschichte serie folge interview buch teil fazit
      überblick`,
  },
  fr: {
    me: "je j'ai moi me mon ma mes",
    us: 'nous notre nos on',
    you: 'vous votre vos tu te ton ta tes toi',
    third: 'il elle ils elles lui leur leurs son sa ses eux celui celle ceux',
    this: 'ce cet cette ces cela ceci ça ici là tel telle tels',
    link: `et mais ou donc aussi cependant toutefois pourtant ensuite puis alors ainsi enfin également or car néanmoins
      et mais ou donc aussi cependant toutefois pourtant ensuite puis alors ainsi enfin également or car néanmoins`,
    say: `dit disent déclar* expliqu* selon annonc* affirm* ajout* indiqu* précis* estim* raconte souligne rapporte
      écrit demand*`,
    advise: `doit doivent faut devez devrait devraient recommand* conseill* important éviter toujours jamais essentiel
        nécessaire pouvez peut permet`,
    hedge: 'peut-être pourrait pourraient semble probablement sans doute serait seraient presque',
    weight: `plus principal* premier première grand grande majeur* important* record nouveau nouvelle millions milliards
        pour-cent moins hausse baisse`,
    point: `cliquez newsletter lien page contact contactez visitez télécharg* vidéo photo image gratuit commander
        acheter prix lire voir lisez commentaire* partager abonnez inscri*`,
    feel: 'aime adore heureux super merci content plaisir magnifique parfait espère merveilleux vraiment belle',
    when: `aujourd'hui hier demain maintenant récemment lundi mardi mercredi jeudi vendredi samedi dimanche janvier
      février mars avril mai juin juillet août septembre octobre novembre décembre`,
    example: 'exemple notamment comme',
    cause: 'parce car grâce raison cause entraîn* permet permettent signifie provoqu*',
    be: 'est sont était étaient être été sera seront',
    not: 'pas ne jamais sans malgré bien-que aucun aucune rien plutôt',
    text: 'article section chapitre tableau liste guide histoire série épisode entretien livre partie conclusion',
  },
  es: {
    me: 'yo me mí mi mis',
    us: 'nosotros nos nuestro nuestra nuestros nuestras',
    you: 'tú te tu tus usted ustedes ti vosotros vuestro',
    third: 'él ella ellos ellas le les lo su sus suyo',
    this: 'este esta estos estas ese esa esos esas esto eso aquí allí ahí tal',
    link: 'y e pero o también además sin-embargo entonces así luego después aunque pues mientras finalmente asimismo',
    say: `dijo dice dicen según explic* afirm* señal* anunci* asegur* añadi* indic* declar* coment* cuenta escribió
      pregunt*`,
    advise: `debe deben debería deberían hay recomend* aconsej* importante evitar siempre nunca esencial necesario puede
        puedes tiene`,
    hedge: 'quizá quizás podría podrían parece probablemente tal-vez sería casi',
    weight: `más principal* primer* mayor mayores mejor récord nuevo nueva nuevos millones por-ciento menos aumento
        importante*`,
    point: `clic haz newsletter boletín enlace página contacto contacta visita descarg* vídeo video foto imagen gratis
        comprar precio leer ver comentario* compartir suscríbete regístr*`,
    feel: 'amo encanta feliz gracias favor contento maravillos* hermos* perfecto espero genial increíble realmente',
    when: `hoy ayer mañana ahora recientemente lunes martes miércoles jueves viernes sábado domingo enero febrero marzo
      abril mayo junio julio agosto septiembre octubre noviembre diciembre`,
    example: 'ejemplo como incluye incluyen',
    cause: 'porque debido causa* razón permite permiten provoc* significa gracias',
    be: 'es son era eran fue fueron ser sido está están será',
    not: 'no ni nunca sin pese aunque ningún ninguna nada jamás sino',
    text: 'artículo sección capítulo tabla lista guía historia serie episodio entrevista libro parte conclusión',
  },
  pt: {
    me: 'eu me mim meu minha meus minhas',
    us: 'nós nos nosso nossa nossos nossas',
    you: 'você vocês tu te seu sua',
    third: 'ele ela eles elas lhe dele dela deles seus suas',
    this: 'este esta estes estas esse essa esses essas isto isso aqui ali lá tal',
    link: 'e mas ou também além porém contudo entanto então assim depois portanto finalmente',
    say: 'disse diz dizem segundo explic* afirm* anunci* acrescent* contou escreveu declar* pergunt*',
    advise: 'deve devem deveria recomend* importante evitar sempre nunca essencial necessário pode podem precisa',
    hedge: 'talvez poderia parece provavelmente seria quase',
    weight: 'mais principal* primeir* maior maiores melhor recorde novo nova milhões bilhões por-cento menos aumento',
    point: `clique newsletter link página contato visite baix* vídeo foto imagem grátis comprar preço leia veja
        comentário* compartilhe inscreva*`,
    feel: 'amo adoro feliz obrigad* favor maravilhos* lind* perfeito espero incrível realmente',
    when: `hoje ontem amanhã agora recentemente segunda terça quarta quinta sexta sábado domingo janeiro fevereiro
      março abril maio junho julho agosto setembro outubro novembro dezembro`,
    example: 'exemplo como inclui incluem',
    cause: 'porque devido causa* razão permite permitem provoc* significa',
    be: 'é são era eram foi foram ser sido está estão será',
    not: 'não nem nunca sem apesar embora nenhum nenhuma nada',
    text: 'artigo seção capítulo tabela lista guia história série episódio entrevista livro parte conclusão',
  },
  it: {
    me: 'io me mi mio mia miei mie',
    us: 'noi ci nostro nostra nostri nostre',
    you: 'tu ti tuo tua voi vi vostro vostra lei',
    third: 'lui egli essa essi loro gli suo sua suoi sue',
    this: 'questo questa questi queste quello quella ciò qui lì là tale tali',
    link: 'e ed ma o anche inoltre però tuttavia quindi poi così dunque infine mentre',
    say: 'ha-detto dice detto secondo spieg* afferm* annunci* aggiun* racconta scrive dichiar* chied*',
    advise: 'deve devono dovrebbe bisogna consigli* importante evitare sempre mai essenziale necessario può puoi',
    hedge: 'forse potrebbe sembra probabilmente sarebbe quasi',
    weight: 'più principal* prim* maggior* migliore record nuovo nuova milioni miliardi cento meno aumento',
    point: `clicca newsletter link pagina contatt* visita scarica video foto immagine gratis acquist* prezzo leggi vedi
        comment* condividi iscriviti`,
    feel: 'amo adoro felice grazie bello bella meraviglios* perfetto spero davvero',
    when: `oggi ieri domani ora recentemente lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio
      marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre`,
    example: 'esempio come include',
    cause: 'perché causa ragione permette consente provoc* significa grazie',
    be: 'è sono era erano fu essere stato stata sarà viene',
    not: 'non né mai senza nonostante sebbene nessun* nulla',
    text: 'articolo sezione capitolo tabella elenco guida storia serie episodio intervista libro parte conclusione',
  },
  nl: {
    me: 'ik mij me mijn',
    us: 'wij we ons onze',
    you: 'jij je jou jouw u uw jullie',
    third: 'hij zij ze hem haar hun zijn het',
    this: 'dit dat deze die hier daar zulke',
    link: 'en maar of ook echter bovendien daarom dan dus toch verder tenslotte',
    say: 'zegt zei aldus volgens vertel* verklaar* meld* schrijft vraagt',
    advise: 'moet moeten kan kunnen belangrijk vermijd* altijd nooit nodig zorg aanraden',
    hedge: 'misschien zou zouden lijkt waarschijnlijk bijna',
    weight: 'meeste belangrijkste grootste eerste nieuwe meer minder miljoen miljard procent hoogste',
    point: `klik nieuwsbrief hieronder link pagina contact bezoek download video foto gratis kopen prijs lees zie
        reactie* deel`,
    feel: 'hou blij geweldig bedankt mooi prachtig perfect hoop leuk echt',
    when: 'vandaag gisteren morgen nu onlangs maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    example: 'voorbeeld bijvoorbeeld zoals',
    cause: 'omdat want door vanwege zorgt betekent reden',
    be: 'is was waren zijn wordt worden werd werden',
    not: 'niet geen nooit zonder ondanks hoewel niets',
    text: 'artikel hoofdstuk tabel lijst gids verhaal serie aflevering boek deel conclusie',
  },
};
