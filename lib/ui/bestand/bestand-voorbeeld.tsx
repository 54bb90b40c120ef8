import './bestand-voorbeeld.css'

const IMAGES = ['image/png', 'image/jpeg', 'image/webp']

type Props = {
  /** leads to its bytes */
  href: string
  /** media type */
  formaat: string
  titel: string
  label: string
}

/**
 * How a file looks, in the page: nothing of it is fetched before somebody opens this. Only of what browsers
 * show.
 */
export function BestandVoorbeeld({ href, formaat, titel, label }: Props) {
  const isImage = IMAGES.includes(formaat)
  if (!isImage && formaat !== 'application/pdf') return null
  return (
    <details className={isImage ? 'zb-voorbeeld' : 'zb-voorbeeld zb-voorbeeld--pdf'}>
      <summary>
        {label} <span className="zb-hidden">{titel}</span>
      </summary>
      {isImage ? (
        // biome-ignore lint/performance/noImgElement: it is of a stranger, and no program of ours reads it to make it smaller
        <img src={href} alt={titel} loading="lazy" />
      ) : (
        <iframe src={`${href}?toon#navpanes=0`} title={titel} loading="lazy" />
      )}
    </details>
  )
}
