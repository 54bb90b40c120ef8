import type { Metadata } from 'next'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { writtenDate } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { wijzigingen } from '#lib/ui/texts/ontwikkelaars/wijzigingen.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: ontwikkelaarsMenu[await currentTaal()].paginas.wijzigingen }
}

export default async function WijzigingenPage() {
  const taal = await currentTaal()
  const { intro, regels, versies } = wijzigingen[taal]
  return (
    <div className="dev-page">
      <div>
        <Heading level={1} className="zb-page-title">
          {ontwikkelaarsMenu[taal].paginas.wijzigingen}
        </Heading>
        <Paragraph>{intro}</Paragraph>
      </div>
      <Lijst kop={regels.kop} lijst={regels.lijst} />
      {versies.map(({ versie, datum, lijst }) => (
        <Lijst key={versie} kop={`${versie} · ${writtenDate(datum, taal)}`} lijst={lijst} />
      ))}
    </div>
  )
}

function Lijst({ kop, lijst }: { kop: string; lijst: string[] }) {
  return (
    <section>
      <Heading level={2}>{kop}</Heading>
      <ul>
        {lijst.map((regel) => (
          <li key={regel}>{regel}</li>
        ))}
      </ul>
    </section>
  )
}
