import type { Storing } from '#demo/stage/storingen.ts'
import type { Taal } from '#lib/ui/text/taal.ts'

type StoringTexts = Record<Storing, { naam: string; gebeurt: string; let: string }>

const nl = {
  uitleg:
    'Kies wat er stukgaat. Er komt eerst een aanvraag van mevrouw De Vries. Daarna verandert de status daarvan steeds, terwijl het stuk is. Het herstelt vanzelf.',
  toestanden: {
    aanloop: 'gaat stuk',
    bezig: 'stuk',
    herstel: 'weer heel, haalt in',
    klaar: 'alles is aangekomen',
    mislukt: 'ging niet stuk',
  },
  starting: 'De aanvraag wordt gemaakt en geopend.',
  failed: 'Het lukte niet om iets stuk te maken. Draait de demo nog?',
  mislukt:
    'Dit ging nu niet stuk. Misschien is de machine te druk. Alles is weer heel. Kies iets anders, of probeer het zo nog een keer.',
  nog: (seconden: number) => `Nog ${seconden} ${seconden === 1 ? 'seconde' : 'seconden'} stuk`,
  letOp: 'Let op:',
  heel: 'Maak nu heel',
  anders: 'Kies iets anders',
  cijfers: 'Wat er werd van de wijzigingen, volgens de twee databases',
  wijzigingen: 'Vastgelegd in het zaaksysteem',
  pogingen: 'Pogingen om te bezorgen',
  ontvangen: 'Ontvangen door het portaal',
  opgehaald: 'Waarvan zelf opgehaald',
  geweigerd: 'Geweigerd door het portaal',
  nogmaals: 'Nog eens ontvangen, zonder gevolg',
  onderweg: 'Onderweg',
  kwijt: 'Kwijt',
  stuk: (naam: string, seconden: number) => `${naam}: ${seconden} seconden stuk.`,
  herstel: (naam: string) => `${naam}: weer heel. Het portaal haalt in.`,
  klaar: (ontvangen: number) => `Alles is aangekomen: ${ontvangen} wijzigingen, 0 kwijt.`,
  storingen: {
    portaal_uit: {
      naam: 'Portaal uit',
      gebeurt:
        'Het proces dat voor het portaal berichten aanneemt, is gestopt met kill -9. De pagina’s van burgers komen uit een ander proces.',
      let: 'de balie werkt door, en het zaaksysteem probeert het steeds opnieuw. De pagina van mevrouw De Vries zegt tot wanneer zij bij is.',
    },
    netwerk_door: {
      naam: 'Netwerk doorgeknipt',
      gebeurt: 'Elke verbinding tussen het zaaksysteem en het portaal wordt verbroken.',
      let: 'de pogingen krijgen geen antwoord. Daarna komt alles alsnog, per zaak op volgorde.',
    },
    antwoord_weg: {
      naam: 'Antwoorden kwijt',
      gebeurt: 'Het portaal neemt een bericht aan, maar zijn antwoord komt niet terug.',
      let: 'mevrouw De Vries ziet de wijziging. Het zaaksysteem weet dat niet en stuurt haar nog eens. Het portaal herkent dat: niets gebeurt twee keer.',
    },
    traag: {
      naam: 'Trage ontvanger',
      gebeurt: 'Elk bericht doet vier seconden over de weg naar het portaal.',
      let: 'er mislukt niets. De wachtrij groeit en loopt daarna leeg.',
    },
    dubbel: {
      naam: 'Dubbel en door elkaar',
      gebeurt: 'Elk bericht komt twee keer, haalt een ander in, en het vorige komt er nog eens achteraan.',
      let: 'het portaal doet elk bericht één keer. De status springt niet terug.',
    },
    geknoeid: {
      naam: 'Bericht veranderd',
      gebeurt: 'Iemand op de lijn maakt van elke nieuwe status vergunning_verleend.',
      let: 'het portaal weigert, want de inhoud is niet wat is ondertekend. Mevrouw De Vries ziet de valse status nooit.',
    },
    token_gestolen: {
      naam: 'Token gestolen',
      gebeurt: 'Iemand kopieert het token van elk bericht en stuurt daarmee een ander bericht.',
      let: 'het echte bericht komt aan. Het andere wordt geweigerd: een token hoort bij één inhoud.',
    },
    verkeerde_sleutel: {
      naam: 'Verkeerde sleutel',
      gebeurt: 'Elk bericht is ondertekend met een sleutel die niet van het zaaksysteem is.',
      let: 'het portaal weigert alles, tot er weer met de goede sleutel is ondertekend.',
    },
    sleutels_gewisseld: {
      naam: 'Sleutels gewisseld',
      gebeurt:
        'Het zaaksysteem wisselt zijn sleutel bij tien wijzigingen per seconde. De vorige geldt meteen niet meer.',
      let: 'het portaal haalt de nieuwe sleutel zelf op. Wat nog met de vorige was ondertekend, komt opnieuw.',
    },
    bezorger_gedood: {
      naam: 'Bezorger gedood',
      gebeurt: 'De bezorger krijgt kill -9 terwijl hij een bericht verstuurt dat nooit aankomt. Hij start meteen weer.',
      let: 'dat bericht ligt nog een halve minuut vast. Het portaal ziet het gat en haalt het zelf op.',
    },
    database_weg: {
      naam: 'Database weg',
      gebeurt: 'De database van het portaal verbreekt alle verbindingen en weigert nieuwe.',
      let: 'het portaal neemt niets aan wat het niet kan bewaren. De open pagina blijft staan en zegt dat zij niet bij is.',
    },
  } satisfies StoringTexts,
}

const en: typeof nl = {
  uitleg:
    'Choose what breaks. First an application of Ms De Vries is made. Its status then changes again and again while it is broken. It repairs itself.',
  toestanden: {
    aanloop: 'about to break',
    bezig: 'broken',
    herstel: 'whole again, catching up',
    klaar: 'all has arrived',
    mislukt: 'did not break',
  },
  starting: 'The application is being made and opened.',
  failed: 'Nothing could be broken. Does the demo still run?',
  mislukt:
    'This did not break now. Perhaps the machine is too busy. All is whole again. Choose something else, or try again in a moment.',
  nog: (seconden) => `Broken for ${seconden} more ${seconden === 1 ? 'second' : 'seconds'}`,
  letOp: 'Watch:',
  heel: 'Repair now',
  anders: 'Choose something else',
  cijfers: 'What became of the changes, as the two databases have it',
  wijzigingen: 'Recorded in the case system',
  pogingen: 'Attempts to deliver',
  ontvangen: 'Received by the portal',
  opgehaald: 'Of these fetched by itself',
  geweigerd: 'Refused by the portal',
  nogmaals: 'Received again, without effect',
  onderweg: 'On the way',
  kwijt: 'Lost',
  stuk: (naam, seconden) => `${naam}: broken for ${seconden} seconds.`,
  herstel: (naam) => `${naam}: whole again. The portal is catching up.`,
  klaar: (ontvangen) => `All has arrived: ${ontvangen} changes, 0 lost.`,
  storingen: {
    portaal_uit: {
      naam: 'Portal down',
      gebeurt:
        'The process that receives for the portal was ended with kill -9. The pages of citizens come from another process.',
      let: 'the desk goes on, and the case system keeps trying. The page of Ms De Vries says until when it is up to date.',
    },
    netwerk_door: {
      naam: 'Network cut',
      gebeurt: 'Every connection between the case system and the portal is broken.',
      let: 'attempts get no answer. After that all of it comes, for each case in order.',
    },
    antwoord_weg: {
      naam: 'Answers lost',
      gebeurt: 'The portal takes a message, but its answer does not come back.',
      let: 'Ms De Vries sees the change. The case system does not know and sends it again. The portal recognises it: nothing happens twice.',
    },
    traag: {
      naam: 'Slow receiver',
      gebeurt: 'Each message takes four seconds to get to the portal.',
      let: 'nothing fails. The queue grows, and empties afterwards.',
    },
    dubbel: {
      naam: 'Doubled and reordered',
      gebeurt: 'Each message comes twice and overtakes another, and the one before it comes once more after it.',
      let: 'the portal acts on each message once. The status does not jump back.',
    },
    geknoeid: {
      naam: 'Message changed',
      gebeurt: 'Somebody on the line makes each new status vergunning_verleend.',
      let: 'the portal refuses, because the content is not what was signed. Ms De Vries never sees the false status.',
    },
    token_gestolen: {
      naam: 'Token stolen',
      gebeurt: 'Somebody copies the token of each message and sends another message with it.',
      let: 'the real message arrives. The other one is refused: a token belongs to one content.',
    },
    verkeerde_sleutel: {
      naam: 'Wrong key',
      gebeurt: 'Each message is signed with a key that is not that of the case system.',
      let: 'the portal refuses all of them, until the right key signs again.',
    },
    sleutels_gewisseld: {
      naam: 'Keys rotated',
      gebeurt: 'The case system changes its key at ten changes a second. The one before it counts no more at once.',
      let: 'the portal fetches the new key itself. What the one before it had signed comes again.',
    },
    bezorger_gedood: {
      naam: 'Sender killed',
      gebeurt: 'The sender gets kill -9 while it sends a message that never arrives. It starts again at once.',
      let: 'that message is held for half a minute more. The portal sees the gap and fetches it itself.',
    },
    database_weg: {
      naam: 'Database gone',
      gebeurt: 'The database of the portal breaks all connections and refuses new ones.',
      let: 'the portal takes nothing that it cannot keep. The open page stays, and says that it is not up to date.',
    },
  },
}

export const storingTexts: Record<Taal, typeof nl> = { nl, en }
