import type { Taal } from '../../text/taal.ts'

type Uitleg = { kort: string; bewijst: string; stappen: string[] }

type Handtekeningen = {
  intro: string
  vast: string
  kies: { kop: string; naam: string; waarvoor: string }
  registreren: string
  stappen: string
  code: string
  sleutels: string
  csharp: string
  download: string
  bestanden: { kop: string; uitleg: string }
  types: Record<'JWT' | 'ACCESSTOKEN' | 'STANDARDWEBHOOKS' | 'HTTPMESSAGESIGNATURES' | 'NLGOVADR', Uitleg>
}

export const handtekeningen: Record<Taal, Handtekeningen> = {
  nl: {
    intro:
      'U kiest bij het abonnement hoe wij onze berichten ondertekenen (credentialtype). JWT is voor de meeste ontvangers de beste keus.',
    vast: 'Bepaal met uw eigen instelling wat u controleert, nooit met wat er in het verzoek staat. Anders haalt een aanvaller de handtekening weg en komt het bericht er toch door.',
    kies: { kop: 'Welke kiest u?', naam: 'Credentialtype', waarvoor: 'Wat u krijgt' },
    registreren: 'Zo registreert u dit',
    stappen: 'Wat u controleert',
    code: 'Code die het doet',
    sleutels: 'Onze publieke sleutels staan op',
    csharp:
      'De C#-code vraagt .NET 9. Alleen HTTPMESSAGESIGNATURES heeft daar een pakket voor nodig (BouncyCastle.Cryptography). Wij hebben deze code niet zelf uitgevoerd.',
    download: 'Download',
    bestanden: { kop: 'De bestanden', uitleg: 'Dezelfde code om te downloaden, per taal.' },
    types: {
      JWT: {
        kort: 'Een token (ES256) dat bij dit bericht, dit adres en dit moment hoort.',
        bewijst: 'Het token staat in Authorization en bevat de hash van de body. Het is 120 seconden geldig.',
        stappen: [
          'alg is ES256, typ is webhook+jwt, en kid staat in onze sleutelset.',
          'De handtekening klopt over kop en claims.',
          'iss is ons zaaksysteem en aud is uw adres, precies zoals u het registreerde.',
          'iat en exp liggen rond nu. Sta vijf seconden verschil toe.',
          'body_sha256 is de SHA-256 (base64url) van de bytes die binnenkwamen.',
        ],
      },
      ACCESSTOKEN: {
        kort: 'Een vast geheim token. Eenvoudig, maar het zegt niets over de inhoud.',
        bewijst: 'U krijgt het token één keer, bij het registreren. Wie het token kent, kan elk bericht maken.',
        stappen: [
          'Authorization is Bearer met uw token. Vergelijk in vaste tijd.',
          'Bij een wissel zijn twee tokens geldig: neem ze allebei aan tot het oude verloopt.',
        ],
      },
      STANDARDWEBHOOKS: {
        kort: 'Een HMAC volgens Standard Webhooks, waarvoor veel bibliotheken bestaan.',
        bewijst:
          'Getekend is <webhook-id>.<webhook-timestamp>.<body>. U krijgt het geheim één keer, bij het registreren. Het token (JWT) komt ook mee.',
        stappen: [
          'webhook-timestamp ligt binnen 300 seconden van nu.',
          'Eén van de waarden v1 in webhook-signature is de HMAC-SHA256 met uw geheim (whsec_…).',
          'v1a is een tweede handtekening (Ed25519) met onze publieke sleutel. U hoeft er maar één te controleren.',
        ],
      },
      HTTPMESSAGESIGNATURES: {
        kort: 'RFC 9421 met Ed25519: ook adres, werkwoord (POST) en ce-headers zijn getekend. Nodig voor binary.',
        bewijst:
          'De handtekening heeft label zaak en tag zaaknotificatie. Zij bewijst alles wat het token (JWT) bewijst. Dat komt ook mee, maar u hoeft het niet te controleren.',
        stappen: [
          'Getekend zijn @method, @target-uri, content-type, content-digest, webhook-request-origin en elke ce-header.',
          '@target-uri is uw adres in de vorm die een URL heeft: de hostnaam in kleine letters, zonder standaardpoort, met een pad en zonder #. Zo wordt http://LOCALHOST:80 http://localhost/. De aud van het token is uw adres precies zoals u het registreerde.',
          'De handtekening klopt met de sleutel keyid uit onze sleutelset.',
          'Nu ligt tussen created en expires. Dat is 300 seconden. Sta vijf seconden verschil toe, aan beide kanten.',
          'Content-Digest is de SHA-256 van de bytes die binnenkwamen.',
        ],
      },
      NLGOVADR: {
        kort: 'De ondertekening van de NL API Design Rules: een losse JAdES-handtekening (PS256).',
        bewijst:
          'Getekend is de regel digest: SHA-256=…. De handtekening zegt niet aan wie: controleer het token (JWT) ook.',
        stappen: [
          'alg is PS256, b64 is false, crit is b64 en sigD, en sigD.pars is digest.',
          'Digest is de SHA-256 van de bytes die binnenkwamen.',
          'De handtekening klopt met de sleutel kid uit onze sleutelset.',
          'iat ligt binnen 300 seconden van nu.',
          'Het token (JWT) van hetzelfde verzoek klopt.',
        ],
      },
    },
  },
  en: {
    intro:
      'When you register an abonnement (subscription) you choose how we sign our messages (credentialtype). JWT is the best choice for most receivers.',
    vast: 'Let your own configuration decide what you verify, never what is in the request. Otherwise an attacker can remove the signature and the message still passes.',
    kies: { kop: 'Which one do you choose?', naam: 'Credentialtype', waarvoor: 'What you get' },
    registreren: 'How to register this',
    stappen: 'What you verify',
    code: 'Code that does it',
    sleutels: 'Our public keys are at',
    csharp:
      'The C# code needs .NET 9. Only HTTPMESSAGESIGNATURES needs a package there (BouncyCastle.Cryptography). We have not run this code ourselves.',
    download: 'Download',
    bestanden: { kop: 'The files', uitleg: 'The same code to download, by language.' },
    types: {
      JWT: {
        kort: 'A token (ES256) that belongs to this message, this address and this moment.',
        bewijst: 'The token is in Authorization and holds the hash of the body. It is valid for 120 seconds.',
        stappen: [
          'alg is ES256, typ is webhook+jwt, and kid is in our key set.',
          'The signature holds over header and claims.',
          'iss is our zaaksysteem and aud is your address, exactly as you registered it.',
          'iat and exp lie around now. Allow five seconds of difference.',
          'body_sha256 is the SHA-256 (base64url) of the bytes that came.',
        ],
      },
      ACCESSTOKEN: {
        kort: 'A fixed secret token. Simple, but it says nothing about the content.',
        bewijst: 'You get the token once, when you register. Anyone who knows the token can forge any message.',
        stappen: [
          'Authorization is Bearer with your token. Compare in constant time.',
          'During a rotation two tokens are valid: accept both until the old one expires.',
        ],
      },
      STANDARDWEBHOOKS: {
        kort: 'An HMAC by Standard Webhooks, for which many libraries exist.',
        bewijst:
          'What is signed is <webhook-id>.<webhook-timestamp>.<body>. You get the secret once, when you register. The token (JWT) is sent as well.',
        stappen: [
          'webhook-timestamp lies within 300 seconds of now.',
          'One of the v1 values in webhook-signature is the HMAC-SHA256 with your secret (whsec_…).',
          'v1a is a second signature (Ed25519) with our public key. You need to verify only one of them.',
        ],
      },
      HTTPMESSAGESIGNATURES: {
        kort: 'RFC 9421 with Ed25519: address, verb and ce- headers are signed too. Needed for binary.',
        bewijst:
          'The signature has the label zaak and the tag zaaknotificatie. It proves all that the token (JWT) proves. That is sent as well, but you need not verify it.',
        stappen: [
          'The signature covers @method, @target-uri, content-type, content-digest, webhook-request-origin and every ce- header.',
          '@target-uri is your address in the normal form of a URL: the host in lower case, without a default port, with a path and without a fragment (#). So http://LOCALHOST:80 becomes http://localhost/. The aud of the token is your address exactly as you registered it.',
          'The signature holds with the key keyid of our key set.',
          'Now lies between created and expires, which is 300 seconds. Allow five seconds of difference at either end.',
          'Content-Digest is the SHA-256 of the bytes that came.',
        ],
      },
      NLGOVADR: {
        kort: 'The signing of the NL API Design Rules: a detached JAdES signature (PS256).',
        bewijst:
          'What is signed is the line digest: SHA-256=…. The signature does not say for whom: verify the token (JWT) too.',
        stappen: [
          'alg is PS256, b64 is false, crit is b64 and sigD, and sigD.pars is digest.',
          'Digest is the SHA-256 of the bytes that came.',
          'The signature holds with the key kid of our key set.',
          'iat lies within 300 seconds of now.',
          'The token (JWT) of the same request holds.',
        ],
      },
    },
  },
}
