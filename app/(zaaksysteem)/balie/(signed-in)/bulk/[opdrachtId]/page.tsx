import type { Metadata } from 'next'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { BulkopdrachtDetail } from '#lib/zaaksysteem/bulk/find-bulkopdracht.ts'
import { findOffered } from '#lib/zaaksysteem/bulk/find-offered.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { bulkHandelingPath } from '../../paths.ts'
import { PATHS } from '../../werkvoorraad-filter.ts'
import { loadBulkopdracht } from './load-bulkopdracht.ts'
import { Loop } from './loop.tsx'
import { Regels } from './regels.tsx'
import { Voorbeeld } from './voorbeeld.tsx'

type Props = { params: Promise<{ opdrachtId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handeling } = await loadBulkopdracht((await params).opdrachtId)
  return { title: handeling ? bulk.handeling.namen[handeling] : bulk.titel }
}

/** The page of an opdracht in each stage: chosen, filled in, or started. */
export default async function BulkopdrachtPage({ params }: Props) {
  const opdracht = await loadBulkopdracht((await params).opdrachtId)
  return (
    <>
      <Breadcrumb
        items={[{ href: PATHS.open, text: balie.lijst.open.titel }]}
        current={opdracht.handeling ? bulk.handeling.namen[opdracht.handeling] : bulk.titel}
      />
      {opdracht.gestartOp ? (
        <Loop opdracht={opdracht} />
      ) : opdracht.handeling ? (
        <Voorbeeld opdracht={opdracht} handeling={opdracht.handeling} />
      ) : (
        <ChooseHandeling opdracht={opdracht} />
      )}
    </>
  )
}

const texts = bulk.handeling

/** Offers the acts that all chosen zaken have. */
async function ChooseHandeling({ opdracht }: { opdracht: BulkopdrachtDetail }) {
  const { handelingen } = await findOffered(zaaksysteem(), opdracht)
  return (
    <>
      <Heading level={1}>{texts.titel(opdracht.regels.length)}</Heading>
      <Paragraph soft>{handelingen.length > 0 ? texts.uitleg : texts.geen}</Paragraph>
      <nav aria-label={bulk.titel} className="zb-card staff-narrow staff-block">
        <ul className="zb-list">
          {handelingen.map((handeling) => (
            <li key={handeling}>
              <Link href={bulkHandelingPath(opdracht.id, handeling)}>{texts.namen[handeling]}</Link>
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
