import type { Metadata } from 'next'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { AANVULLEN, findDuidelijkheid, type TekstRegel } from '#lib/publieksportaal/duidelijkheid/duidelijkheid.ts'
import { requireBeheerder } from '#lib/publieksportaal/sign-in/beheerder/sign-in.ts'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'
import { PORTAALBEHEER } from '../paths.ts'

const { duidelijkheid: texts } = portaalbeheer

export const metadata: Metadata = { title: texts.titel }

/** The texts that citizens called clear or unclear, with their reasons, for the editors of those texts. */
export default async function DuidelijkheidPage() {
  await requireBeheerder()
  const regels = await findDuidelijkheid(publieksportaal())
  return (
    <div className="staff-stack">
      <div>
        <Breadcrumb items={[{ href: PORTAALBEHEER, text: portaalbeheer.titel }]} current={texts.titel} />
        <Heading level={1}>{texts.titel}</Heading>
        <Paragraph soft>{texts.uitleg}</Paragraph>
      </div>
      {regels.length === 0 && <Paragraph>{texts.leeg}</Paragraph>}
      {regels.map((regel) => (
        <Tekst key={`${regel.zaaktype} ${regel.tekst}`} {...regel} />
      ))}
    </div>
  )
}

function Tekst({ zaaktypenaam, tekst, tekstnaam, ja, nee, redenen }: TekstRegel) {
  return (
    <section className="zb-card">
      <Heading level={2}>
        {zaaktypenaam}: {tekst === AANVULLEN ? texts.aanvullen : (tekstnaam ?? tekst)}
      </Heading>
      <Paragraph>{texts.aantallen(ja, nee)}</Paragraph>
      {redenen.length > 0 && (
        <details>
          <summary>{texts.redenen(redenen.length)}</summary>
          <ul>
            {redenen.map(({ dag, duidelijk, reden }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people can write the same on one day
              <li key={index}>
                <span className="staff-caption">
                  {shortDate(dag)} · {duidelijk ? texts.ja : texts.nee}
                </span>
                <span className="staff-breakable">{reden}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
