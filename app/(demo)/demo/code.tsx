const LINE = /^( *)("[^"]*"|[a-z-]+)(: ?)(.*)/i

/** Headers or pretty JSON, with the names set apart from the values. */
export function Code({ caption, children }: { caption: string; children: string }) {
  return (
    <figure className="demo-code">
      <figcaption className="zb-small">{caption}</figcaption>
      <pre>
        <code>
          {children.split('\n').map((line, index) => {
            const [, indent, name, separator, value] = LINE.exec(line) ?? []
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
              <span key={index}>
                {name ? (
                  <>
                    {indent}
                    <b>{name}</b>
                    {separator}
                    <i>{value}</i>
                  </>
                ) : (
                  line
                )}
                {'\n'}
              </span>
            )
          })}
        </code>
      </pre>
    </figure>
  )
}
