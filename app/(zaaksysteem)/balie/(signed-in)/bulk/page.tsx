import type { Metadata } from 'next'
import { EmptyList } from '#lib/ui/staff/empty-list.tsx'
import { Cell, Row, Table } from '#lib/ui/staff/table.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import { findBulkopdrachtenOf } from '#lib/zaaksysteem/bulk/find-bulkopdrachten.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { bulkPath } from './paths.ts'
import { requireBulk } from './require-bulk.ts'

const { lijst, loop, handeling: texts } = bulk
const { kolom } = lijst

export const metadata: Metadata = { title: lijst.titel }

export default async function BulkopdrachtenPage() {
  const { id } = await requireBulk()
  const opdrachten = await findBulkopdrachtenOf(zaaksysteem(), id)
  return (
    <>
      <Heading level={1}>{lijst.titel}</Heading>
      {opdrachten.length > 0 ? (
        <Table label={lijst.titel} columns={Object.values(kolom).map((name) => ({ name }))}>
          {opdrachten.map(({ id, handeling, gestartOp, klaarOp, totaal, gedaan, geweigerd }) => (
            <Row key={id}>
              <Cell>
                <Link href={bulkPath(id)} prefetch={false}>
                  {shortMoment(gestartOp)}
                </Link>
              </Cell>
              <Cell heading={kolom.wat}>{texts.namen[handeling]}</Cell>
              <Cell heading={kolom.stand}>
                {klaarOp ? loop.telling(gedaan, geweigerd) : loop.stand(gedaan + geweigerd, totaal)}
              </Cell>
            </Row>
          ))}
        </Table>
      ) : (
        <EmptyList title={lijst.leeg} explanation={lijst.leegUitleg} />
      )}
    </>
  )
}
