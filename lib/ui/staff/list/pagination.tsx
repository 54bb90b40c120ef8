import { ButtonLink } from '../../form/button.tsx'
import type { Bladeren } from '../../texts/staff.ts'

/**
 * Links to the previous and the next page. `vorige` and `volgende` are cursors; null when there is no such
 * page.
 */
export function Pagination({
  texts,
  page: { vorige, volgende },
  hrefAt,
}: {
  texts: Bladeren
  page: { vorige: string | null; volgende: string | null }
  hrefAt: (cursor: string) => string
}) {
  if (!vorige && !volgende) return null
  return (
    <nav aria-label={texts.menu} className="zb-buttons zb-pagination">
      {vorige && (
        <ButtonLink appearance="secondary" href={hrefAt(vorige)}>
          ‹ {texts.vorige}
        </ButtonLink>
      )}
      {volgende && (
        <ButtonLink appearance="secondary" href={hrefAt(volgende)}>
          {texts.volgende} ›
        </ButtonLink>
      )}
    </nav>
  )
}
