import type { NextConfig } from 'next'

const { env } = process
const BUILD_ID = env.BUILD_ID ?? crypto.randomUUID()
// All processes of a build inherit it.
env.BUILD_ID = BUILD_ID

const FIVE_MINUTES_SECONDS = 300
const DAY_SECONDS = 24 * 60 * 60

const config: NextConfig = {
  poweredByHeader: false,
  generateBuildId: () => BUILD_ID,
  // A page in the browser compares this with new content. In development Next.js has one name for all builds.
  env: { BUILD_ID: env.NODE_ENV === 'development' ? 'development' : BUILD_ID },
  // npm test checks all types, so a build need not
  typescript: { ignoreBuildErrors: true },
  // imapflow has another version of our logger, which a bundle would merge with ours. pdfkit reads files
  // beside its own.
  serverExternalPackages: ['imapflow', 'pdfkit'],
  // the webhook address with a trailing slash must answer 404, not a redirect
  skipTrailingSlashRedirect: true,
  turbopack: {
    rules: { '*.md': { loaders: ['./app/(ontwikkelaars)/ontwikkelaars/paginas/markdown-loader.mjs'], as: '*.js' } },
  },
  experimental: {
    // Preloading all pages would almost double the start, and take 150 MB (docs/performance.md, A start).
    preloadEntriesOnStart: false,
    // Minification removes class names, and with them the error types in the log.
    serverMinification: false,
    // The largest form is a bulk of some hundred zaken.
    serverActions: { bodySizeLimit: '256kb' },
    // Next.js buffers every body that passes the proxy up to this limit, which exceeds the largest form.
    proxyClientMaxBodySize: '512kb',
    // Writing it takes two fifths of a build's processor time, and most builds are the first of a checkout.
    turbopackFileSystemCacheForBuild: false,
  },
  // No page uses optimised images, and the optimiser would request our own addresses for anybody (SSRF).
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
