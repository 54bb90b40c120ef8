import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { isGemachtigdeVanPersoon } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { currentBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { countOngelezen, MOST_ONGELEZEN } from '#lib/publieksportaal/zaak/find-berichten-of-burger.ts'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'

const PAGES = { zaken: '/mijn', berichten: '/mijn/berichten', gegevens: '/mijn/gegevens' } as const

/**
 * The menu of a signed-in citizen, with the number of unread berichten. Rendered by each page, because a
 * layout is cached during navigation and would show a stale number.
 */
export async function MijnMenu({
  burgerId,
  taal,
  current,
}: {
  burgerId: string
  taal: Taal
  /** absent on a page below one of these */
  current?: keyof typeof PAGES
}) {
  const t = texts(taal).menu
  const ongelezen = await countOngelezen(publieksportaal(), burgerId)
  const burger = await currentBurger()
  const hasGegevens = burger !== undefined && !isGemachtigdeVanPersoon(burger)
  const pages = Object.entries(PAGES).filter(([page]) => page !== 'gegevens' || hasGegevens)
  return (
    <nav className="zb-mijn-menu" aria-label={t.label}>
      <ul className="zb-list zb-line">
        {pages.map(([page, href]) => (
          <li key={page}>
            <Link href={href} aria-current={page === current ? 'page' : undefined}>
              {t[page as keyof typeof PAGES]}
              {page === 'berichten' && ongelezen > 0 && (
                <>
                  {' '}
                  <span className="zb-mijn-menu__nieuw">
                    {counted(ongelezen)} <span>{t.nieuw}</span>
                  </span>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function counted(ongelezen: number): string {
  return ongelezen > MOST_ONGELEZEN ? `${MOST_ONGELEZEN}+` : String(ongelezen)
}
