/** The first element of a page: a link past the header to `<main id="inhoud" tabIndex={-1}>`. */
export function SkipLink({ text }: { text: string }) {
  return (
    <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
      {text}
    </a>
  )
}
