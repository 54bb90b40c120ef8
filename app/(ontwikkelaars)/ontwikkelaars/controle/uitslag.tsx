import type { Controle } from '#lib/ontwikkelaars/berichtcontrole/check-bericht.ts'
import type { Stap, Uitkomst } from '#lib/ontwikkelaars/berichtcontrole/stap.ts'
import type { UsedForm } from '#lib/ui/form/use-form.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Badge, type Tone } from '#lib/ui/text/badge.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { controle as texts } from '#lib/ui/texts/ontwikkelaars/controle.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { CodeFigure } from '../code-figure.tsx'

const TONES: Record<Uitkomst, Tone> = {
  goed: 'success',
  fout: 'error',
  overgeslagen: 'neutral',
  niet_bereikt: 'neutral',
}

/** The result of each step, and the signed bytes. */
export function Uitslag({ controle, taal, answered }: { controle: Controle; taal: Taal } & Pick<UsedForm, 'answered'>) {
  const { uitslag } = texts[taal]
  const { kopieer, gekopieerd } = ontwikkelaarsMenu[taal]
  return (
    <section>
      <Heading level={2} {...answered}>
        {uitslag.kop}
      </Heading>
      <Alert type={controle.goed ? 'ok' : 'error'}>{controle.goed ? uitslag.goed : uitslag.fout}</Alert>
      <ol className="dev-steps">
        {controle.stappen.map((stap) => (
          <StapRegel key={stap.naam} stap={stap} taal={taal} />
        ))}
      </ol>
      {controle.getekend.length > 0 && (
        <>
          <Heading level={3}>{uitslag.getekend}</Heading>
          <Paragraph>{uitslag.getekendUitleg}</Paragraph>
          {controle.getekend.map(({ onderdeel, tekst }) => (
            <CodeFigure
              key={onderdeel}
              caption={onderdeel === 'token' ? 'JWT' : onderdeel}
              kopieer={kopieer}
              gekopieerd={gekopieerd}
            >
              {tekst}
            </CodeFigure>
          ))}
        </>
      )}
    </section>
  )
}

function StapRegel({ stap, taal }: { stap: Stap; taal: Taal }) {
  const { naam, uitkomst, reden, verwacht, gevonden } = stap
  const t = texts[taal]
  const facts = [
    verwacht !== undefined && { term: t.uitslag.verwacht, value: verwacht },
    gevonden !== undefined && { term: t.uitslag.gevonden, value: gevonden },
  ].filter((fact) => fact !== false)
  return (
    <li>
      <span className="zb-line">
        <Badge tone={TONES[uitkomst]}>{t.uitkomst[uitkomst]}</Badge>
        <span>{t.stap[naam]}</span>
      </span>
      {reden && <Paragraph small>{t.reden[reden]}</Paragraph>}
      {facts.length > 0 && (
        <dl>
          {facts.map(({ term, value }) => (
            <div key={term} className="dev-steps__fact">
              <dt>{term}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}
