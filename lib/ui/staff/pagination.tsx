import { ButtonLink } from '../form/button.tsx'

/** Links to the pages before and after this one; `previous` and `next` are cursors, null where there is no such page. */
export function Pagination({
  label,
  previous,
  previousLabel,
  next,
  nextLabel,
  hrefAt,
}: {
  label: string
  previous: string | null
  previousLabel: string
  next: string | null
  nextLabel: string
  hrefAt: (cursor: string) => string
}) {
  if (!previous && !next) return null
  return (
    <nav aria-label={label} className="staff-pagination">
      {previous && (
        <ButtonLink appearance="secondary" href={hrefAt(previous)}>
          ‹ {previousLabel}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink appearance="secondary" href={hrefAt(next)}>
          {nextLabel} ›
        </ButtonLink>
      )}
    </nav>
  )
}
