import { marked } from 'marked'

/** Loader of the build: turns a Markdown file into a module that exports its marked tokens. */
export default (markdown) => `export default ${JSON.stringify(marked.lexer(markdown))}`
