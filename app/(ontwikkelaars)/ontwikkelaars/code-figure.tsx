import { CopyButton } from '#lib/ui/staff/copy-button.tsx'

/** Code with a copy button. It is focusable, because keyboard users could not scroll it otherwise. */
export function CodeFigure({
  caption,
  kopieer,
  gekopieerd,
  children,
}: {
  caption: string
  kopieer: string
  gekopieerd: string
  children: string
}) {
  return (
    <figure className="zb-code dev-code">
      <figcaption className="zb-line">
        {caption}
        <CopyButton text={children} label={kopieer} copied={gekopieerd} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section tabIndex={0} aria-label={caption}>
        <pre>
          <code>{children}</code>
        </pre>
      </section>
    </figure>
  )
}
