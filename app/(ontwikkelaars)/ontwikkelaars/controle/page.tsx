import type { Metadata } from 'next'
import { credentialtype } from '#lib/contract/abonnement-resource.ts'
import { INITIAL } from '#lib/ui/form/form-state.ts'
import type { SearchParams } from '#lib/ui/staff/search-params.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { controle } from '#lib/ui/texts/ontwikkelaars/controle.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { checkInvoer } from './check-invoer.ts'
import { ControleForm } from './controle-form.tsx'
import { loadBezorging } from './load-bezorging.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: ontwikkelaarsMenu[await currentTaal()].paginas.controle }
}

export default async function ControlePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const taal = await currentTaal()
  const { intro, privacy, bezorging: ofBezorging } = controle[taal]
  const { bezorging, poging } = await searchParams
  const ours =
    typeof bezorging === 'string' && typeof poging === 'string' ? await loadBezorging({ bezorging, poging }) : undefined
  const start = ours ? await checkInvoer(ours.invoer, taal) : INITIAL
  return (
    <>
      <div>
        <Heading level={1} className="zb-page-title">
          {ontwikkelaarsMenu[taal].paginas.controle}
        </Heading>
        <Paragraph>{ours ? ofBezorging(ours.sequence) : intro}</Paragraph>
        <Paragraph soft>{privacy}</Paragraph>
      </div>
      <ControleForm start={start} credentialtypes={credentialtype.options} taal={taal} />
    </>
  )
}
