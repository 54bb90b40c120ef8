import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import type { BulkopdrachtDetail } from '#lib/zaaksysteem/bulk/find-bulkopdracht.ts'
import { findOffered } from '#lib/zaaksysteem/bulk/find-offered.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { bulkHandelingPath } from '../paths.ts'
import { Regels } from './regels.tsx'

const texts = bulk.handeling

/** Which act, of those that all of the chosen zaken know. */
export async function ChooseHandeling({ opdracht }: { opdracht: BulkopdrachtDetail }) {
  const { handelingen } = await findOffered(zaaksysteem(), opdracht)
  return (
    <>
      <Heading level={1}>{texts.titel(opdracht.regels.length)}</Heading>
      <Paragraph soft>{handelingen.length > 0 ? texts.uitleg : texts.geen}</Paragraph>
      <nav aria-label={bulk.titel} className="zb-card staff-narrow staff-block balie-bulk-handelingen">
        <ul>
          {handelingen.map((handeling) => (
            <li key={handeling}>
              <Link href={bulkHandelingPath(opdracht.id, handeling)} prefetch={false}>
                {texts.namen[handeling]}
              </Link>
              <span className="staff-caption">{texts.uitlegPer[handeling]}</span>
            </li>
          ))}
        </ul>
      </nav>
      <details className="balie-bulk-zaken">
        <summary>
          {texts.welke} ({opdracht.regels.length})
        </summary>
        <Regels regels={opdracht.regels} />
      </details>
    </>
  )
}
