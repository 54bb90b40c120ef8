import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'

/** What is real, how it is measured, and where to look further. */
export function Explanation() {
  return (
    <section className="demo-explanation" aria-labelledby="wat-ziet-u">
      <Heading level={2} id="wat-ziet-u">
        Wat ziet u hier?
      </Heading>
      <div className="demo-explanation__text">
        <Paragraph>
          Twee systemen met elk een eigen database en een eigen login. Ze delen geen tabellen. Het zaaksysteem meldt een
          wijziging aan het publieksportaal met een ondertekend bericht over HTTP (een CloudEvent). De balie en de
          pagina van de burger op dit scherm zijn de echte pagina’s.
        </Paragraph>
        <Paragraph>
          Niets is nagespeeld: verzoeken, pogingen en controles komen uit de administratie van de twee systemen zelf. De
          tijden tellen vanaf het moment dat de wijziging in de database staat. De laatste twee stappen meet uw browser,
          met zijn eigen klok. Ze kloppen dus alleen als browser en server op dezelfde machine draaien.
        </Paragraph>
        <Paragraph>
          De handtekening zelf bewaart het zaaksysteem niet. Daarom eindigt een token hier op drie puntjes: niemand kan
          het nog eens gebruiken.
        </Paragraph>
        <ul>
          <li>
            <a className="utrecht-link" href="/mijn/inloggen">
              De twaalf inwoners van de demo, en wat er met hun aanvragen gebeurt
            </a>
          </li>
          <li>
            <a className="utrecht-link" href="/api/zaaksysteem/jwks.json">
              De publieke sleutels van het zaaksysteem
            </a>
          </li>
          <li>
            <a className="utrecht-link" href="/api/zaaksysteem/demo/bezorgingen">
              De laatste bezorgingen als JSON
            </a>{' '}
            en{' '}
            <a className="utrecht-link" href="/api/publieksportaal/demo/ontvangsten">
              de laatste ontvangsten
            </a>
          </li>
          <li>
            <a className="utrecht-link" href="/api/zaaksysteem/v1/zaken">
              De API van het zaaksysteem
            </a>{' '}
            (antwoordt 401: alleen met een token)
          </li>
          <li>
            <a className="utrecht-link" href="/ontwikkelaars">
              Voor ontwikkelaars
            </a>
            , met een token voor deze demo en opdrachten om te kopiëren
          </li>
          <li>
            <a className="utrecht-link" href="/demo/post">
              De post van de demo
            </a>
            : de mails die de burger krijgt, tien seconden na een wijziging
          </li>
          <li>
            <a className="utrecht-link" href="/demo/telefoon">
              De telefoon van de demo
            </a>
            : de melding die de burger dan krijgt
          </li>
          <li>
            <a className="utrecht-link" href="/balie">
              De balie
            </a>{' '}
            en{' '}
            <a className="utrecht-link" href="/mijn">
              Mijn zaken
            </a>{' '}
            op een eigen pagina
          </li>
        </ul>
      </div>
    </section>
  )
}
