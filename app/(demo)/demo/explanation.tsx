import { Paragraph } from '#lib/ui/text/heading.tsx'
import { PlainLink } from '#lib/ui/text/link.tsx'
import type { Taal, Tekst } from '#lib/ui/text/taal.ts'

const KOP: Tekst = { nl: 'Voor techneuten', en: 'For the technically minded' }

const UITLEG: readonly Tekst[] = [
  {
    nl: 'Twee systemen met elk een eigen database en een eigen login. Ze delen geen tabellen. Het zaaksysteem meldt een wijziging aan het publieksportaal met een ondertekend bericht over HTTP (een CloudEvent). De balie en de pagina van de burger op dit scherm zijn de echte pagina’s.',
    en: 'Two systems, each with a database and a sign-in of its own. They share no tables. The case system tells the portal of a change with a signed message over HTTP (a CloudEvent). The desk, which is in Dutch, and the page of the citizen on this screen are the real pages.',
  },
  {
    nl: 'Niets is nagespeeld: verzoeken, pogingen en controles komen uit de administratie van de twee systemen zelf. De tijden tellen vanaf het moment dat de wijziging in de database staat. Een stap zonder tijd is niet apart gemeten: hij ligt tussen de tijden erboven en eronder. De laatste twee stappen meet uw browser, met zijn eigen klok. Ze kloppen dus alleen als browser en server op dezelfde machine draaien.',
    en: 'Nothing is acted: requests, attempts and checks come from the records of the two systems themselves. Times count from the moment at which the change is in the database. A step without a time was not measured separately: it lies between the times above and below it. The last two steps are measured by your browser, with its own clock. So they are right only if browser and server run on one machine.',
  },
  {
    nl: 'De handtekening zelf bewaart het zaaksysteem niet. Daarom eindigt een token hier op drie puntjes: niemand kan het nog eens gebruiken.',
    en: 'The case system does not keep the signature itself. That is why a token ends in three dots here: nobody can use it again.',
  },
]

const VERDER: readonly ({ href: string } & Tekst)[] = [
  {
    href: '/mijn/inloggen',
    nl: 'De twaalf inwoners van de demo, en wat er met hun aanvragen gebeurt',
    en: 'The twelve citizens of the demo, and what happens to their applications',
  },
  { href: '/demo/post', nl: 'De mails die de burgers krijgen', en: 'The mails that the citizens get' },
  {
    href: '/demo/telefoon',
    nl: 'De meldingen op de telefoon van de burger',
    en: 'What the phone of the citizen shows',
  },
  {
    href: '/api/zaaksysteem/jwks.json',
    nl: 'De publieke sleutels van het zaaksysteem',
    en: 'The public keys of the case system',
  },
  {
    href: '/api/zaaksysteem/demo/bezorgingen',
    nl: 'De laatste bezorgingen als JSON',
    en: 'What was sent last, as JSON',
  },
  {
    href: '/api/publieksportaal/demo/ontvangsten',
    nl: 'De laatste ontvangsten als JSON',
    en: 'What was received last, as JSON',
  },
  {
    href: '/ontwikkelaars',
    nl: 'Voor ontwikkelaars, met een token voor deze demo en opdrachten om te kopiëren',
    en: 'For developers, with a token for this demo and commands to copy',
  },
  { href: '/balie', nl: 'De balie op een eigen pagina', en: 'The desk on a page of its own' },
  { href: '/mijn', nl: 'Mijn zaken op een eigen pagina', en: 'My cases on a page of its own' },
]

/** Explains which parts are real, how they are measured, and where to read on. */
export function Explanation({ taal }: { taal: Taal }) {
  return (
    <details className="demo-explanation">
      <summary>{KOP[taal]}</summary>
      <div className="demo-explanation__text">
        {UITLEG.map((alinea) => (
          <Paragraph key={alinea.nl}>{alinea[taal]}</Paragraph>
        ))}
        <ul>
          {VERDER.map(({ href, ...tekst }) => (
            <li key={href}>
              {/* a full page load, because each link leads to another system */}
              <PlainLink href={href}>{tekst[taal]}</PlainLink>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
