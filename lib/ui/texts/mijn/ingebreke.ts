import type { Taal } from '../../text/taal.ts'

/** Texts of the letter in which a citizen writes that we are late (Awb 4:17 lid 3). */
const nl = {
  titel: 'Schrijf ons dat wij te laat zijn',
  link: 'Naar een brief die u kunt gebruiken',
  uitleg:
    'Wij moeten binnen 2 weken na uw brief alsnog beslissen. Doen wij dat niet? Dan heeft u soms recht op een vergoeding voor elke dag daarna.',
  uitlegBeroep:
    'Wij moeten binnen 2 weken na uw brief alsnog beslissen. Doen wij dat niet? Dan kunt u in beroep bij de rechtbank.',
  stappen: [
    'Druk deze pagina af, of schrijf de tekst over.',
    'Vul uw naam en adres in, en zet uw handtekening.',
    'Stuur de brief naar ons op of geef hem af. Bewaar zelf een kopie.',
  ],
  niets: 'Met deze pagina verstuurt u niets.',
  waarheen: 'Zo levert u de brief in',
  bel: { before: 'Heeft u een vraag? Bel', after: 'en noem uw zaaknummer.' },
  brief: 'Uw brief',
  /** the letter itself is Dutch */
  taal: '',
  kanNiet:
    'Dit kan nu niet: wij zijn niet te laat, of wij ontvingen uw brief al. Bij uw zaak leest u hoe het ervoor staat.',
}

const en: typeof nl = {
  titel: 'Write to us that we are late',
  link: 'To a letter that you can use',
  uitleg:
    'We then have to decide within 2 weeks after your letter. If we do not, you may be entitled to compensation for each day after that.',
  uitlegBeroep: 'We then have to decide within 2 weeks after your letter. If we do not, you can appeal to the court.',
  stappen: [
    'Print this page, or copy the text.',
    'Fill in your name and address, and sign the letter.',
    'Send the letter to us or hand it in. Keep a copy yourself.',
  ],
  niets: 'You do not send anything with this page.',
  waarheen: 'How to hand in the letter',
  bel: { before: 'Do you have a question? Call', after: 'and mention your case number.' },
  brief: 'Your letter',
  taal: 'The letter is in Dutch. It says that we are late, and asks us to decide within 2 weeks.',
  kanNiet:
    'This is not possible now: we are not late, or we already received your letter. Your case says where things stand.',
}

export const ingebrekeTexts: Record<Taal, typeof nl> = { nl, en }

/** The paragraphs of that letter. Dates are written out. */
export const ingebrekeBrief = {
  aan: (gemeente: string) => `Aan: ${gemeente}`,
  zaak: (zaaknummer: string, zaaktype: string) => `Zaaknummer: ${zaaknummer} (${zaaktype})`,
  onderwerp: 'Onderwerp: ingebrekestelling (artikel 4:17 van de Algemene wet bestuursrecht)',
  besluit: (ontvangen: string, uiterlijk: string) =>
    `Op ${ontvangen} ontving u mijn aanvraag. U moest daarover uiterlijk ${uiterlijk} beslissen. Dat heeft u niet gedaan. Daarom stel ik u in gebreke. Ik vraag u om alsnog te beslissen, binnen 2 weken nadat u deze brief ontvangt.`,
  bekendmaking: (datum: string, uiterlijk: string) =>
    `Mijn aanvraag is op ${datum} van rechtswege goedgekeurd. U moest dat uiterlijk ${uiterlijk} aan mij bekendmaken. Dat heeft u niet gedaan. Daarom stel ik u in gebreke. Ik vraag u om dat alsnog te doen, binnen 2 weken nadat u deze brief ontvangt.`,
  dwangsom:
    'Doet u dat niet op tijd? Dan vraag ik u om vast te stellen welke dwangsom u mij moet betalen, en om die te betalen (artikel 4:17, 4:18 en 4:87).',
  beroep: 'Doet u dat niet op tijd? Dan kan ik in beroep gaan bij de rechtbank (artikel 6:12).',
  invullen: ['Datum:', 'Naam:', 'Adres:', 'Handtekening:'],
}
