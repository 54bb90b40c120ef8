import { marked } from 'marked'

/** For the build: the module of a Markdown file is what marked reads in it. */
export default (markdown) => `export default ${JSON.stringify(marked.lexer(markdown))}`
