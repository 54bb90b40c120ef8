import type { Taal } from '../../text/taal.ts'

export type Start = {
  intro: string
  nodig: string
  token: string
  tokenDemo: string
  poorten: string
  naamAbonnement: string
  stappen: Record<
    'klaarzetten' | 'proberen' | 'luisteren' | 'ontvangen' | 'abonneren' | 'registreren' | 'wijzigen' | 'opruimen',
    { kop: string; uitleg: string }
  >
  code: string
  oauth: { kop: string; alineas: (aud: string) => string[] }
  klaar: { kop: string; uitleg: string }
  verder: { kop: string; links: Record<'handtekeningen' | 'bezorgen' | 'controle', string> }
}

export const start: Record<Taal, Start> = {
  nl: {
    intro:
      'Het zaaksysteem stuurt een ondertekend bericht als een zaak verandert. Hier maakt u een ontvanger, controleert u de handtekening en ziet u het eerste bericht binnenkomen.',
    nodig:
      'U heeft Node.js 20.19 of nieuwer, curl en een token nodig. Voor stap 3 heeft u ook de broncode van Zaakbode nodig. Die vraagt u aan de gemeente. Heeft u die niet, sla stap 3 dan over.',
    token:
      'Uw token krijgt u van de gemeente: een beheerder maakt daar een API-client voor uw systeem en ziet het token één keer. Zo’n token begint met zb_ en heeft een einddatum. Vraagt u uw token zelf aan bij een autorisatieserver (OAuth)? Hoe het er dan uitziet, staat onderaan deze pagina. Uw ontvanger moet met https bereikbaar zijn op internet, of in een netwerk dat de gemeente heeft opgegeven. Vul overal uw eigen adres in.',
    tokenDemo:
      'Dit is de demo. Dit token mag alles en werkt alleen op deze machine. Uw ontvanger mag hier op localhost staan.',
    poorten:
      'De ontvanger gebruikt poort 4000, en stap 3 poort 4001. Wilt u een andere poort dan 4000? Wijzig dan in elke stap hetzelfde adres: SINK (en zet PORT=… ervoor) in stap 2 en 4, --naar in stap 3 en sink in stap 5. Een andere poort dan 4001 kiest u met --sleutelpoort in stap 3 en JWKS_URL in stap 2.',
    naamAbonnement: 'Mijn eerste ontvanger',
    stappen: {
      klaarzetten: {
        kop: '1. Zet het adres en het token klaar',
        uitleg: 'De volgende opdrachten gebruiken deze twee.',
      },
      proberen: {
        kop: '2. Start een ontvanger',
        uitleg:
          'Deze ontvanger doet wat elke ontvanger moet doen: de handshake (OPTIONS) beantwoorden, de handtekening over de ruwe bytes controleren, een bericht dat nog eens komt herkennen, en met 204 antwoorden. Hij luistert alleen op deze machine; met HOST=0.0.0.0 ook op het netwerk. Weigert hij iets, dan toont hij waarom. Met SHOW=1 toont hij ook de headers en de body. Laat hem draaien en ga verder in een tweede venster, waar u stap 1 herhaalt.',
      },
      luisteren: {
        kop: '3. Luister mee',
        uitleg:
          'Doe dit in de map met de broncode van Zaakbode. Voer daar eerst één keer npm ci uit. De opdracht leest wat er gebeurt en stuurt het door naar uw ontvanger, ondertekend zoals een echte bezorging, maar met sleutels van uw eigen machine. Uw ontvanger hoeft dus nog niet bereikbaar te zijn. Klopt er iets niet? Met --herhaal en de sequence (het getal achter de tijd) komt een bericht nog eens. Slaat u deze stap over? Dan krijgt de ontvanger van stap 2 nog niets. Ga meteen door met stap 4, waar u hem opnieuw start.',
      },
      ontvangen: {
        kop: '4. Vertrouw de sleutels van het zaaksysteem',
        uitleg:
          'Stop de ontvanger met Ctrl-C, en stap 3 ook als u die deed. Start de ontvanger opnieuw, nu met de sleutels van het zaaksysteem. Hij is klaar voor echte bezorgingen.',
      },
      abonneren: {
        kop: '5. Neem een abonnement',
        uitleg:
          'Het zaaksysteem vraagt uw ontvanger nu of hij berichten wil. Staat er even later ‘actief’ als u het abonnement opvraagt? Dan is de handshake gelukt. Stond uw ontvanger even uit? Dan wacht een bericht tot de volgende poging. Met dit herhaalschema is dat ongeveer een minuut, en na acht minuten geven wij het op. Wilt u niet wachten, vraag dan een herstel.',
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
      opruimen: {
        kop: '8. Ruim op',
        uitleg:
          'Verwijder het abonnement als u klaar bent. Anders blijft het zaaksysteem uw ontvanger proberen. Stop de ontvanger met Ctrl-C.',
      },
    },
    code: 'De code van de ontvanger',
    oauth: {
      kop: 'Een token van een autorisatieserver (OAuth)',
      alineas: (aud) => [
        `Heeft de gemeente een autorisatieserver? Dan vraagt u daar zelf een access token aan, dat niet met zb_ begint. Het is een JWT volgens RFC 9068. De typ is at+jwt, in aud staat ${aud}, en het is hooguit een uur geldig. Ondertekend is het met RS256, PS256 of ES256, en kid staat in de kop.`,
        'In scope staan de namen van onze scopes, met een spatie ertussen. De zaaktypen die u mag zien, staan achter zaken.lezen: zaken.lezen:APV-EVEN:OMG-KAP gebeurtenissen.lezen. Zonder zaken.lezen ziet u geen zaken en geen gebeurtenissen. Abonnementen beheren kan alleen als u alle zaaktypen mag zien: zaken.lezen abonnementen.beheren. Mag u dat niet, lees dan een stream.',
        'Een stream stopt binnen vijf seconden nadat uw token verloopt. Kom terug met een nieuw token, en met vanaf.',
      ],
    },
    klaar: {
      kop: 'Wat uw ontvanger altijd moet doen',
      uitleg:
        'Controleer eerst de handtekening, over de bytes zoals ze binnenkwamen. Lees daarna pas de JSON. Bewaar het bericht, antwoord met 2xx en doe het werk daarna. Een bericht kan vaker komen: het ‘id’ blijft hetzelfde.',
    },
    verder: {
      kop: 'Verder',
      links: {
        handtekeningen: 'Code om te controleren in vijf talen, en de bestanden',
        bezorgen: 'Wat er gebeurt als uw ontvanger niet antwoordt',
        controle: 'Klopt een bericht niet? Laat het controleren',
      },
    },
  },
  en: {
    intro:
      'The zaaksysteem (case system) sends a signed message when a zaak (case) changes. Here you make a receiver, verify the signature and see the first message come in.',
    nodig:
      'You need Node.js 20.19 or later, curl and a token. Step 3 also needs the source code of Zaakbode, which you can ask the municipality for. If you do not have it, skip step 3.',
    token:
      'You get your token from the municipality: an administrator registers your system as an API client and sees the token once. Such a token begins with zb_ and has an end date. If you request your token from an authorization server (OAuth) yourself, the end of this page says what it looks like. Your receiver must be reachable over https on the internet, or in a network that the municipality has configured. Fill in your own address everywhere.',
    tokenDemo:
      'This is the demo. This token may do everything and works on this machine only. Your receiver may be on localhost here.',
    poorten:
      'The receiver uses port 4000, and step 3 uses port 4001. To use another port than 4000, change the address in every step: SINK (with PORT=… in front of it) in steps 2 and 4, --naar in step 3 and sink in step 5. To use another port than 4001, pass --sleutelpoort in step 3 and change JWKS_URL in step 2.',
    naamAbonnement: 'My first receiver',
    stappen: {
      klaarzetten: { kop: '1. Set the address and the token', uitleg: 'The commands below use these two.' },
      proberen: {
        kop: '2. Start a receiver',
        uitleg:
          'This receiver does what every receiver must do: answer the handshake (OPTIONS), verify the signature over the raw bytes, recognise a message that comes again, and answer 204. It listens on this machine only; with HOST=0.0.0.0 also on the network. When it refuses something it prints why. With SHOW=1 it also prints the headers and the body. Leave it running and continue in a second window, where you repeat step 1.',
      },
      luisteren: {
        kop: '3. Listen in',
        uitleg:
          'Do this in the folder with the source code of Zaakbode. Run npm ci there once first. The command reads events and forwards them to your receiver, signed like a real delivery, but with keys of your own machine. So your receiver need not be reachable yet. If something goes wrong, pass --herhaal with the sequence (the number after the time) to send that message again. If you skip this step, the receiver of step 2 gets nothing yet. Go straight on to step 4, where you start it again.',
      },
      ontvangen: {
        kop: '4. Trust the keys of the zaaksysteem',
        uitleg:
          'Stop the receiver with Ctrl-C, and step 3 too if you did it. Start the receiver again, now with the keys of the zaaksysteem. It is ready for real deliveries.',
      },
      abonneren: {
        kop: '5. Register an abonnement (subscription)',
        uitleg:
          'The zaaksysteem now asks your receiver whether it wants messages. Does the abonnement say ‘actief’ when you get it a moment later? Then the handshake has succeeded. If your receiver was down for a while, a message waits for the next attempt. With this herhaalschema (retry schedule) that is about a minute, and after eight minutes we give up. If you do not want to wait, ask for a herstel (recovery).',
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
      opruimen: {
        kop: '8. Clean up',
        uitleg:
          'Delete the abonnement when you are done. Otherwise the zaaksysteem keeps trying your receiver. Stop the receiver with Ctrl-C.',
      },
    },
    code: 'The code of the receiver',
    oauth: {
      kop: 'A token from an authorization server (OAuth)',
      alineas: (aud) => [
        `If the municipality has an authorization server, you request an access token there yourself, which does not begin with zb_. It is a JWT according to RFC 9068. Its typ is at+jwt, its aud contains ${aud}, and it is valid for an hour at most. It is signed with RS256, PS256 or ES256, and its header has a kid.`,
        'scope holds the names of our scopes, separated by spaces. The zaaktypen that you may see follow zaken.lezen: zaken.lezen:APV-EVEN:OMG-KAP gebeurtenissen.lezen. Without zaken.lezen you see no zaken and no events. You can manage abonnementen only if you may see all zaaktypen: zaken.lezen abonnementen.beheren. If you may not, read a stream.',
        'A stream ends within five seconds after your token expires. Come back with a new token, and with vanaf.',
      ],
    },
    klaar: {
      kop: 'What your receiver must always do',
      uitleg:
        'Verify the signature first, over the bytes as they came. Only then read the JSON. Store the message, answer 2xx and do the work after that. A message can come more than once: its ‘id’ stays the same.',
    },
    verder: {
      kop: 'Next',
      links: {
        handtekeningen: 'Code to verify with, in five languages, and the files',
        bezorgen: 'What happens when your receiver does not answer',
        controle: 'Something wrong with a message? Have it checked',
      },
    },
  },
}
