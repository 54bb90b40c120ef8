import type { Taal } from '../../text/taal.ts'

const dagen = (aantal: number) => (aantal === 1 ? '1 dag' : `${aantal} dagen`)
const nog = (aantal: number) => (aantal === 0 ? 'vandaag nog' : `nog ${dagen(aantal)}`)

/** The examples among the zaken of a demo citizen, for the page that lets one be picked; rarest first. */
const nl = {
  voorbeeld: 'zaak uit de demo',
  veelZaken: ({ aantal }: { aantal: number }) => `${aantal} zaken, ook van eerdere jaren`,
  aanvulling: (o: { aantal: number; dagen: number }) =>
    `moet ${o.aantal === 1 ? 'iets' : `${o.aantal} dingen`} sturen, ${nog(o.dagen)}`,
  deelsGestuurd: (o: { gestuurd: number; aantal: number; dagen: number }) =>
    `stuurde ${o.gestuurd} van ${o.aantal} dingen, ${nog(o.dagen)}`,
  wilIntrekken: 'wil een aanvraag intrekken',
  magNietIntrekken: 'mag een aanvraag niet intrekken',
  teLaat: (o: { dagen: number }) => `besluit is ${dagen(o.dagen)} te laat`,
  staatStil: 'termijn staat stil',
  bezwaarNaWeigering: (o: { dagen: number }) => `geweigerd, bezwaar kan ${nog(o.dagen)}`,
  beroepNaWeigering: (o: { dagen: number }) => `geweigerd, beroep kan ${nog(o.dagen)}`,
  besluitIngetrokken: 'besluit is ingetrokken',
  verlengd: 'termijn is verlengd',
  hersteld: 'fout is hersteld',
  heropend: 'zaak is heropend',
  nietAangevuld: 'stuurde niet op tijd wat ontbrak',
  langerDanGepland: 'duurt langer dan gepland',
  looptWeer: 'termijn loopt weer',
  netIngediend: 'vroeg net iets aan',
  mailKomtNietAan: 'mail komt niet aan',
  engels: 'krijgt mail in het Engels',
  bezwaar: (o: { dagen: number }) => `bezwaar kan ${nog(o.dagen)}`,
  beroep: (o: { dagen: number }) => `beroep kan ${nog(o.dagen)}`,
  moetIets: 'moet iets doen',
  ingetrokken: 'trok een aanvraag in',
  bezwaarVoorbij: 'bezwaar kan niet meer',
  beroepVoorbij: 'beroep kan niet meer',
  loopt: 'aanvraag loopt',
  geenZaken: 'heeft geen zaken',
}

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
const left = (count: number) => (count === 0 ? 'today' : `${days(count)} left`)

const en: typeof nl = {
  voorbeeld: 'case of the demo',
  veelZaken: ({ aantal }) => `${aantal} cases, also from earlier years`,
  aanvulling: (o) => `must send ${o.aantal === 1 ? 'something' : `${o.aantal} things`}, ${left(o.dagen)}`,
  deelsGestuurd: (o) => `sent ${o.gestuurd} of ${o.aantal} things, ${left(o.dagen)}`,
  wilIntrekken: 'wants to withdraw an application',
  magNietIntrekken: 'may not withdraw an application',
  teLaat: (o) => `decision is ${days(o.dagen)} late`,
  staatStil: 'decision period is paused',
  bezwaarNaWeigering: (o) => `refused, can object: ${left(o.dagen)}`,
  beroepNaWeigering: (o) => `refused, can appeal: ${left(o.dagen)}`,
  besluitIngetrokken: 'decision was withdrawn',
  verlengd: 'decision period was extended',
  hersteld: 'a mistake was corrected',
  heropend: 'a case was reopened',
  nietAangevuld: 'did not send what was missing in time',
  langerDanGepland: 'takes longer than planned',
  looptWeer: 'decision period runs again',
  netIngediend: 'has just applied',
  mailKomtNietAan: 'emails do not arrive',
  engels: 'gets emails in English',
  bezwaar: (o) => `can object: ${left(o.dagen)}`,
  beroep: (o) => `can appeal: ${left(o.dagen)}`,
  moetIets: 'must do something',
  ingetrokken: 'withdrew an application',
  bezwaarVoorbij: 'can no longer object',
  beroepVoorbij: 'can no longer appeal',
  loopt: 'application in progress',
  geenZaken: 'has no cases',
}

export const verhalen: Record<Taal, typeof nl> = { nl, en }
