import type { Metadata } from 'next'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { PATHS } from '../../werkvoorraad-filter.ts'
import { ChooseHandeling } from './choose-handeling.tsx'
import { loadBulkopdracht } from './load-bulkopdracht.ts'
import { Loop } from './loop.tsx'
import { Voorbeeld } from './voorbeeld.tsx'

type Props = { params: Promise<{ opdrachtId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handeling } = await loadBulkopdracht((await params).opdrachtId)
  return { title: handeling ? bulk.handeling.namen[handeling] : bulk.titel }
}

/** An opdracht as far as it has come: chosen, filled in, or started. */
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
