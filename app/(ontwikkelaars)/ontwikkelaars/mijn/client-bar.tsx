import { LinkButton } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { PATHS } from '../paths.ts'
import { signOutAction } from './sign-out-action.ts'

/**
 * The bar above each page of an API client: its name, sign-out, and the clock's time zone.
 *
 * @param current name of a page below the overview
 */
export function ClientBar({
  client,
  taal,
  path = [],
  current,
}: {
  client: string
  taal: Taal
  path?: readonly { href: string; text: string }[]
  current?: string
}) {
  const { aangemeld, afmelden, tijdzone } = mijn[taal]
  const items = [{ href: PATHS.mijn, text: ontwikkelaarsMenu[taal].paginas.mijn }, ...path]
  return (
    <div className="zb-line dev-client">
      {current && <Breadcrumb label={texts(taal).kruimelpad} items={items} current={current} />}
      <PostForm action={signOutAction}>
        {aangemeld(client)} <LinkButton>{afmelden}</LinkButton>
      </PostForm>
      <Paragraph small>{tijdzone}</Paragraph>
    </div>
  )
}
