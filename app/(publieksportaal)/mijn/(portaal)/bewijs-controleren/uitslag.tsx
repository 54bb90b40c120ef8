import type { Ondertekend } from '#lib/publieksportaal/bewijs/handtekening/check-bewijs.ts'
import type { UsedForm } from '#lib/ui/form/use-form.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { DataList } from '#lib/ui/text/data-list.tsx'
import { plainMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { bewijsControle } from '#lib/ui/texts/mijn/bewijs-controle.ts'
import type { Controleantwoord } from './check-bewijs-action.ts'

export function Uitslag({
  controle,
  titels,
  taal,
  gemeente,
  answered,
}: Controleantwoord & {
  taal: Taal
  gemeente: string
  answered: UsedForm['answered']
}) {
  const t = bewijsControle[taal]
  const ondertekend = 'ondertekend' in controle ? controle.ondertekend : undefined
  const { titel, uitleg } = controle.ok
    ? { titel: t.echt.titel, uitleg: t.echt.uitleg(gemeente, plainMoment(controle.ondertekend.gemaaktOp, taal)) }
    : t.nietEcht[controle.reason]
  return (
    <section {...answered} aria-label={titel} className="zb-controle__uitslag">
      <Alert type={controle.ok ? 'ok' : ondertekend ? 'warning' : 'error'} title={titel}>
        <Paragraph>{uitleg}</Paragraph>
        {controle.ok && controle.isOuder && <Paragraph>{t.echt.ouder}</Paragraph>}
        {controle.ok && (
          <Paragraph>
            <strong className="zb-number">{t.echt.code(controle.ondertekend.code)}</strong> {t.echt.codeUitleg}
          </Paragraph>
        )}
      </Alert>
      {ondertekend && <OndertekendeInhoud ondertekend={ondertekend} titels={titels} taal={taal} gemeente={gemeente} />}
    </section>
  )
}

/**
 * Shows what was signed, so that a reader can compare it with what a program shows.
 *
 * @param gemeente ours, used for a file that names none
 */
function OndertekendeInhoud({
  ondertekend: { soort, gemaaktOp, inhoud },
  titels,
  taal,
  gemeente,
}: {
  ondertekend: Ondertekend
  /** titles of the changes */
  titels: string[]
  taal: Taal
  gemeente: string
}) {
  const t = bewijsControle[taal].ondertekend
  const zaak = inhoud?.zaak
  return (
    <>
      <Heading level={2}>{t.titel}</Heading>
      <Paragraph>{inhoud ? t.vergelijk : t.alleenPdf}</Paragraph>
      <DataList
        items={[
          { term: t.omschrijving, value: zaak && <bdi>{zaak.omschrijving}</bdi> },
          { term: t.zaaknummer, value: zaak && <bdi className="zb-number">{zaak.zaaknummer}</bdi> },
          { term: t.zaaktype, value: zaak && <bdi>{zaak.zaaktype}</bdi> },
          { term: t.gemeente, value: inhoud?.gemeente ?? gemeente },
          { term: t.gemaakt, value: plainMoment(gemaaktOp, taal) },
          { term: t.bestand, value: t.soort[soort] },
        ]}
      />
      {inhoud && (
        <Momenten
          titel={t.wijzigingen}
          regels={inhoud.wijzigingen.map(({ versie, gebeurdOp }, index) => ({
            key: versie,
            op: gebeurdOp,
            wat: titels[index] ?? '',
          }))}
          taal={taal}
        />
      )}
      {inhoud && inhoud.inzendingen.length > 0 && (
        <Momenten
          titel={t.inzendingen}
          regels={inhoud.inzendingen.map(({ soort, nummer, tijdstip }) => ({
            key: nummer,
            op: tijdstip,
            wat: `${new Map<string, string>(Object.entries(t.inzending)).get(soort) ?? soort} (${nummer})`,
          }))}
          taal={taal}
        />
      )}
    </>
  )
}

type Regel = { key: string | number; op: Date; wat: string }

function Momenten({ titel, regels, taal }: { titel: string; regels: Regel[]; taal: Taal }) {
  return (
    <>
      <Heading level={3}>{titel}</Heading>
      <ul className="zb-controle__momenten">
        {regels.map(({ key, op, wat }) => (
          <li key={key}>
            {plainMoment(op, taal)}: <bdi>{wat}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}
