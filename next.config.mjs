// This file is no TypeScript: Next.js would compile it at each start, with a compiler that only a build needs.

const FIVE_MINUTES_SECONDS = 300
const DAY_SECONDS = 24 * 60 * 60

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // npm test checks all types once; a build need not do it again
  typescript: { ignoreBuildErrors: true },
  // imapflow brings a logger of its own, of another version than ours, which a bundle could not keep apart; pdfkit reads files
  // that lie beside it.
  serverExternalPackages: ['imapflow', 'pdfkit'],
  // the webhook address with a trailing slash must answer 404, not a redirect
  skipTrailingSlashRedirect: true,
  turbopack: {
    rules: { '*.md': { loaders: ['./app/(ontwikkelaars)/ontwikkelaars/paginas/markdown-loader.mjs'], as: '*.js' } },
  },
  experimental: {
    // To load all pages at once takes almost as long as the rest of a start, and 150 MB (docs/performance.md, A start).
    preloadEntriesOnStart: false,
    // Minified classes lose their names, and an error in the log its type: many libraries name an error after its class.
    serverMinification: false,
    // The longest is a bulk of some hundred zaken.
    serverActions: { bodySizeLimit: '256kb' },
    // Of each body that passes the proxy Next.js keeps so much, also of one that no action takes; more than the longest.
    proxyClientMaxBodySize: '512kb',
    // Writing it takes two fifths of a build's processor time, and most builds are the first of a checkout.
    turbopackFileSystemCacheForBuild: false,
  },
  // No page uses an optimised image, and the address of the optimiser would call addresses of our own for anybody.
  images: { unoptimized: true },
  headers: async () => [
    { source: '/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
    {
      source: '/huisstijl/:path*',
      headers: [{ key: 'Cache-Control', value: `public, max-age=${FIVE_MINUTES_SECONDS}` }],
    },
    {
      source: '/ontwikkelaars/redoc.js',
      headers: [{ key: 'Cache-Control', value: `public, max-age=${DAY_SECONDS}` }],
    },
    { source: '/mijn/sw.js', headers: [{ key: 'Cache-Control', value: 'no-cache' }] },
  ],
}

export default config
