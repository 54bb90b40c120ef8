/** Headers or JSON. Long lines break, so that nothing scrolls sideways. */
export function CodeBlock({ caption, children }: { caption?: string; children: string }) {
  return (
    <figure className="zb-code">
      {caption && <figcaption>{caption}</figcaption>}
      <pre>
        <code>{children}</code>
      </pre>
    </figure>
  )
}
