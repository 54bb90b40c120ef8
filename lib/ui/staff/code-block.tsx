/** Text of the wire: headers, JSON. Long lines break, so that nothing scrolls sideways. */
export function CodeBlock({ titel, children }: { titel?: string; children: string }) {
  return (
    <figure className="balie-code">
      {titel && <figcaption>{titel}</figcaption>}
      <pre>
        <code>{children}</code>
      </pre>
    </figure>
  )
}
