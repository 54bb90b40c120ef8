import type { Taal } from '../../text/taal.ts'

export type Start = {
  intro: string
  nodig: string
  token: string
  tokenDemo: string
  stappen: Record<
    'klaarzetten' | 'proberen' | 'luisteren' | 'ontvangen' | 'abonneren' | 'registreren' | 'wijzigen',
    { kop: string; uitleg: string }
  >
  code: string
  klaar: { kop: string; uitleg: string }
  verder: { kop: string; links: Record<'handtekeningen' | 'bezorgen' | 'controle', string> }
}

export const start: Record<Taal, Start> = {
  nl: {
    intro:
      'Het zaaksysteem stuurt een ondertekend bericht als een zaak verandert. Hier maakt u een ontvanger, controleert u de handtekening en ziet u het eerste bericht binnenkomen.',
    nodig: 'U heeft Node.js 20 of nieuwer, curl en een token nodig.',
    token:
      'Uw token krijgt u van de gemeente: een beheerder maakt daar een API-client voor uw systeem en ziet het token één keer. Het begint met zb_ en heeft een einddatum. Uw ontvanger moet met https bereikbaar zijn op internet, of in een netwerk dat de gemeente heeft opgegeven. Vul overal uw eigen adres in.',
    tokenDemo:
      'Dit is de demo. Dit token mag alles en werkt alleen op deze machine. Uw ontvanger mag hier op localhost staan.',
    stappen: {
      klaarzetten: {
        kop: '1. Zet het adres en het token klaar',
        uitleg: 'De volgende opdrachten gebruiken deze twee.',
      },
      proberen: {
        kop: '2. Start een ontvanger',
        uitleg:
          'Deze ontvanger doet wat elke ontvanger moet doen: de handshake (OPTIONS) beantwoorden, de handtekening over de ruwe bytes controleren, een bericht dat nog eens komt herkennen, en met 204 antwoorden. Laat hem draaien en ga verder in een tweede venster, waar u stap 1 herhaalt.',
      },
      luisteren: {
        kop: '3. Luister mee',
        uitleg:
          'Doe dit in de map met de broncode van Zaakbode. De opdracht leest wat er gebeurt en stuurt het door naar uw ontvanger, ondertekend zoals een echte bezorging, maar met sleutels van uw eigen machine. Uw ontvanger hoeft dus nog niet bereikbaar te zijn. Klopt er iets niet? Met --herhaal en het nummer van de regel komt een bericht nog eens.',
      },
      ontvangen: {
        kop: '4. Vertrouw de sleutels van het zaaksysteem',
        uitleg:
          'Stop beide met Ctrl-C. Start de ontvanger opnieuw, nu met de sleutels van het zaaksysteem. Hij is klaar voor echte bezorgingen.',
      },
      abonneren: {
        kop: '5. Neem een abonnement',
        uitleg:
          'Het zaaksysteem vraagt uw ontvanger nu of hij berichten wil. Staat er even later ‘actief’ als u het abonnement opvraagt? Dan is de handshake gelukt.',
      },
      registreren: {
        kop: '6. Maak een zaak',
        uitleg: 'Uw ontvanger toont meteen het eerste bericht: zaak-geregistreerd.',
      },
      wijzigen: {
        kop: '7. Wijzig de status',
        uitleg:
          'Het tweede bericht: zaakstatus-gewijzigd. De ‘versie’ is die van de zaak waarop u uw besluit nam. Is de zaak intussen veranderd, dan krijgt u 409.',
      },
    },
    code: 'De code van de ontvanger',
    klaar: {
      kop: 'Wat uw ontvanger altijd moet doen',
      uitleg:
        'Controleer eerst de handtekening, over de bytes zoals ze binnenkwamen. Lees daarna pas de JSON. Bewaar het bericht, antwoord met 2xx en doe het werk daarna. Een bericht kan vaker komen: het ‘id’ blijft hetzelfde.',
    },
    verder: {
      kop: 'Verder',
      links: {
        handtekeningen: 'Code om te controleren in vijf talen',
        bezorgen: 'Wat er gebeurt als uw ontvanger niet antwoordt',
        controle: 'Klopt een bericht niet? Laat het controleren',
      },
    },
  },
  en: {
    intro:
      'The zaaksysteem (case system) sends a signed message when a zaak (case) changes. Here you make a receiver, verify the signature and see the first message come in.',
    nodig: 'You need Node.js 20 or later, curl and a token.',
    token:
      'You get your token from the municipality: an administrator registers your system as an API client and sees the token once. It begins with zb_ and has an end date. Your receiver must be reachable over https on the internet, or in a network that the municipality has configured. Fill in your own address everywhere.',
    tokenDemo:
      'This is the demo. This token may do everything and works on this machine only. Your receiver may be on localhost here.',
    stappen: {
      klaarzetten: { kop: '1. Set the address and the token', uitleg: 'The commands below use these two.' },
      proberen: {
        kop: '2. Start a receiver',
        uitleg:
          'This receiver does what every receiver must do: answer the handshake (OPTIONS), verify the signature over the raw bytes, recognise a message that comes again, and answer 204. Let it run and go on in a second window, where you repeat step 1.',
      },
      luisteren: {
        kop: '3. Listen in',
        uitleg:
          'Do this in the folder with the source code of Zaakbode. The command reads what happens and forwards it to your receiver, signed like a real delivery, but with keys of your own machine. So your receiver need not be reachable yet. Is something wrong? With --herhaal and the number of the line a message comes once more.',
      },
      ontvangen: {
        kop: '4. Trust the keys of the zaaksysteem',
        uitleg:
          'Stop both with Ctrl-C. Start the receiver again, now with the keys of the zaaksysteem. It is ready for real deliveries.',
      },
      abonneren: {
        kop: '5. Register an abonnement (subscription)',
        uitleg:
          'The zaaksysteem now asks your receiver whether it wants messages. Does the abonnement say ‘actief’ when you get it a moment later? Then the handshake has succeeded.',
      },
      registreren: {
        kop: '6. Open a zaak',
        uitleg: 'Your receiver shows the first message at once: zaak-geregistreerd.',
      },
      wijzigen: {
        kop: '7. Change its status',
        uitleg:
          'The second message: zaakstatus-gewijzigd. ‘versie’ is that of the zaak on which you based your decision. If the zaak has changed since, you get 409.',
      },
    },
    code: 'The code of the receiver',
    klaar: {
      kop: 'What your receiver must always do',
      uitleg:
        'Verify the signature first, over the bytes as they came. Only then read the JSON. Store the message, answer 2xx and do the work after that. A message can come more than once: its ‘id’ stays the same.',
    },
    verder: {
      kop: 'Next',
      links: {
        handtekeningen: 'Code to verify with, in five languages',
        bezorgen: 'What happens when your receiver does not answer',
        controle: 'Is a message not right? Have it checked',
      },
    },
  },
}
