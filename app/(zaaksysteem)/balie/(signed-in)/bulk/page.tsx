import type { Metadata } from 'next'
import { ListPage } from '#lib/ui/staff/list/list-page.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Link } from '#lib/ui/text/link.tsx'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import { findBulkopdrachtenOf } from '#lib/zaaksysteem/bulk/find-bulkopdrachten.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { bulkPath } from '../paths.ts'
import { requireBulk } from './load-bulkopdracht.ts'

const { lijst, loop, handeling: texts } = bulk
const { kolom } = lijst

export const metadata: Metadata = { title: lijst.titel }

export default async function BulkopdrachtenPage() {
  const { id } = await requireBulk()
  const opdrachten = await findBulkopdrachtenOf(zaaksysteem(), id)
  return (
    <ListPage
      title={lijst.titel}
      list={{
        label: lijst.titel,
        rows: opdrachten,
        keyOf: (opdracht) => opdracht.id,
        columns: [
          {
            name: kolom.wanneer,
            cell: (opdracht) => <Link href={bulkPath(opdracht.id)}>{shortMoment(opdracht.gestartOp)}</Link>,
          },
          { name: kolom.wat, cell: ({ handeling }) => texts.namen[handeling] },
          {
            name: kolom.stand,
            cell: ({ klaarOp, totaal, gedaan, geweigerd }) =>
              klaarOp ? loop.telling(gedaan, geweigerd) : loop.stand(gedaan + geweigerd, totaal),
          },
        ],
        empty: { title: lijst.leeg, explanation: lijst.leegUitleg },
      }}
    />
  )
}
