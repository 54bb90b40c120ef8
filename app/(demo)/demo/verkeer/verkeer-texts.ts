import type { Taal } from '#lib/ui/text/taal.ts'

const nl = {
  titel: 'Verkeer',
  uitleg:
    'Het zaaksysteem wijzigt zaken die daarvoor zijn, elk in een eigen transactie. De cijfers komen uit de twee databases en van een open pagina van de burger. Die kan een wijziging eerder tonen dan het bericht er is: een nieuwe zaak haalt het portaal zelf op. De zaken blijven staan, bij het team “Verkeer van de demo”. Dit haalt ze weg:',
  perSeconde: 'Wijzigingen per seconde',
  aantal: (n: number) => `${n} per seconde`,
  start: 'Start het verkeer',
  stop: 'Zet uit',
  mislukt: 'Dit lukt nu niet. Draait de demo nog? Probeer het zo nog een keer.',
  nog: (seconden: number) => `Stopt vanzelf over ${seconden} s, en als deze pagina dicht is.`,
  stand: {
    begint: 'Het verkeer begint.',
    bij: 'Alles komt meteen aan.',
    wachtrij: 'Er staat een wachtrij: er wordt meer gemaakt dan er aankomt.',
    looptLeeg: 'Er staat een wachtrij. Die loopt leeg.',
    minder: 'Deze machine maakt er minder dan gevraagd. Meer kan zij nu niet.',
    haaltIn: 'Het verkeer is uit. De wachtrij loopt leeg.',
    klaar: 'Het verkeer is uit. Alles is aangekomen.',
  },
  cijfers: {
    gemaakt: 'Gemaakt',
    ontvangen: 'Ontvangen',
    gezien: 'Op een open pagina',
    wachtrij: 'Wachtrij',
    mislukt: 'Niet gemaakt',
  },
  nu: 'nu',
  geleden: (seconden: number) => `${seconden} s geleden`,
  grafiek: {
    perSeconde: {
      titel: 'Per seconde',
      label: (gemaakt: number, ontvangen: number) =>
        `In de laatste seconde ${gemaakt} gemaakt en ${ontvangen} ontvangen.`,
      gemaakt: 'gemaakt',
      ontvangen: 'ontvangen',
    },
    wachtrij: { titel: 'Wachtrij', label: (n: number) => `Er wachten er ${n}.`, naam: 'gemaakt, niet ontvangen' },
    duur: {
      titel: '95 % binnen',
      label: (portaal: string, pagina: string) =>
        `95 % is binnen ${portaal} bij het portaal en binnen ${pagina} op de pagina.`,
      portaal: 'bij het portaal',
      pagina: 'op de pagina',
    },
    cpu: {
      titel: 'Processor',
      label: (delen: string) => `Van één kern gebruiken de processen: ${delen}.`,
      bijschrift: (kernen: number) => `van ${kernen * 100}%`,
    },
  },
  processen: { web: 'web', worker: 'bezorger', portaal: 'portaal', PostgreSQL: 'PostgreSQL' } as Record<string, string>,
  tabel: {
    knop: 'Toon de cijfers per seconde',
    tijd: 'Tijd',
    portaal50: 'Helft bij portaal binnen',
    portaal95: '95 % bij portaal binnen',
    pagina50: 'Helft op pagina binnen',
    pagina95: '95 % op pagina binnen',
  },
  niets: '–',
}

export type VerkeerTexts = typeof nl

const en: VerkeerTexts = {
  titel: 'Traffic',
  uitleg:
    'The case system changes cases that are there for it, each in a transaction of its own. The figures come from the two databases and from an open page of the citizen. That can show a change before its message is there: the portal fetches a new case by itself. The cases stay, with the team “Verkeer van de demo”. This takes them away:',
  perSeconde: 'Changes a second',
  aantal: (n) => `${n} a second`,
  start: 'Start the traffic',
  stop: 'Turn off',
  mislukt: 'This does not work now. Does the demo still run? Try again in a moment.',
  nog: (seconden) => `Ends by itself in ${seconden} s, and when this page is closed.`,
  stand: {
    begint: 'The traffic begins.',
    bij: 'Everything arrives at once.',
    wachtrij: 'There is a queue: more is made than arrives.',
    looptLeeg: 'There is a queue. It is running empty.',
    minder: 'This machine makes fewer than asked. It cannot do more now.',
    haaltIn: 'The traffic is off. The queue is running empty.',
    klaar: 'The traffic is off. Everything has arrived.',
  },
  cijfers: {
    gemaakt: 'Made',
    ontvangen: 'Received',
    gezien: 'On an open page',
    wachtrij: 'Queue',
    mislukt: 'Not made',
  },
  nu: 'now',
  geleden: (seconden) => `${seconden} s ago`,
  grafiek: {
    perSeconde: {
      titel: 'A second',
      label: (gemaakt, ontvangen) => `In the last second ${gemaakt} made and ${ontvangen} received.`,
      gemaakt: 'made',
      ontvangen: 'received',
    },
    wachtrij: { titel: 'Queue', label: (n) => `${n} wait.`, naam: 'made, not received' },
    duur: {
      titel: '95% within',
      label: (portaal, pagina) => `95% is at the portal within ${portaal} and on the page within ${pagina}.`,
      portaal: 'at the portal',
      pagina: 'on the page',
    },
    cpu: {
      titel: 'Processor',
      label: (delen) => `Of one core the processes use: ${delen}.`,
      bijschrift: (kernen) => `of ${kernen * 100}%`,
    },
  },
  processen: { web: 'web', worker: 'sender', portaal: 'portal', PostgreSQL: 'PostgreSQL' },
  tabel: {
    knop: 'Show the figures by the second',
    tijd: 'Time',
    portaal50: 'Half at the portal within',
    portaal95: '95% at the portal within',
    pagina50: 'Half on the page within',
    pagina95: '95% on the page within',
  },
  niets: '–',
}

export const verkeerTexts: Record<Taal, VerkeerTexts> = { nl, en }
