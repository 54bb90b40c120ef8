import type { Metadata } from 'next'
import { Button } from '#lib/ui/form/button.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { abonnementPath } from '../../../paths.ts'
import { AbonnementBreadcrumb } from '../../abonnement-breadcrumb.tsx'
import { abonnementName } from '../../abonnement-name.ts'
import { loadAbonnement } from '../../load-abonnement.ts'
import { deleteAbonnementAction } from './delete-abonnement-action.ts'

const { verwijderen } = abonnementen

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: verwijderen.titel(abonnementName(await loadAbonnement((await params).id))) }
}

/** A page of its own, which lists what is lost, so that nobody deletes by one wrong click. */
export default async function VerwijderenPage({ params }: Props) {
  const abonnement = await loadAbonnement((await params).id)
  const { id, wachtend, dodeBrieven, overgeslagen, geheimen } = abonnement
  return (
    <>
      <AbonnementBreadcrumb abonnement={abonnement} current={abonnementen.detail.verwijder} />
      <Heading level={1}>{verwijderen.titel(abonnementName(abonnement))}</Heading>
      <section className="zb-card staff-narrow staff-block">
        <Paragraph>{verwijderen.uitleg}</Paragraph>
        <ul>
          {wachtend > 0 && <li>{verwijderen.wachtend(wachtend)}</li>}
          {dodeBrieven > 0 && <li>{verwijderen.dodeBrieven(dodeBrieven)}</li>}
          {overgeslagen > 0 && <li>{verwijderen.overgeslagen(overgeslagen)}</li>}
          <li>{verwijderen.geschiedenis}</li>
          {geheimen.length > 0 && <li>{verwijderen.geheim}</li>}
        </ul>
        <Paragraph>
          {verwijderen.zaken} {verwijderen.pauze}
        </Paragraph>
        <form action={deleteAbonnementAction} className="staff-buttons">
          <input type="hidden" name="abonnementId" value={id} />
          <Button className="staff-danger">{verwijderen.knop}</Button>
          <Link href={abonnementPath(id)}>{abonnementen.formulier.annuleren}</Link>
        </form>
      </section>
    </>
  )
}
