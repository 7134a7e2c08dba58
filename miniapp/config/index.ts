import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const root = path.resolve(__dirname, '..', '..');
const here = path.resolve(__dirname, '..');
/* Sources outside src/ are not transpiled unless they are named; anything left as it is would break old engines. */
const modern = /node_modules[\\/](@stencil[\\/]core|qrcode-generator|query-string|decode-uri-component|filter-obj|split-on-first)[\\/]/;
const compile = { include: [path.resolve(root, 'shared'), path.resolve(here, 'plugins'), modern] };

/* What the pages of one feature share travels with them, not with the first page. */
const featureChunk = (name: string) => ({ name, chunks: 'async', minChunks: 2, test: new RegExp(`(features|domain)[\\\\/]${name}[\\\\/]`), priority: 1, enforce: true, reuseExistingChunk: true });

/* What is fetched once: what most pages use, and the conversation, which is alone on its page or beside the list. */
const SHARED_CHUNKS = {
  pages: { name: 'pages', chunks: 'async', minChunks: 4, enforce: true, reuseExistingChunk: true },
  itinerary: featureChunk('itinerary'),
  challenge: featureChunk('challenge'),
  room: { name: 'room', chunks: 'async', minChunks: 2, test: /features[\\/](message|card)[\\/](\w+(\.h5)?\.tsx|(room|card)\.css)$/, priority: 1, enforce: true, reuseExistingChunk: true },
};

export default defineConfig(async () => ({
  projectName: 'pai',
  date: '2026-01-01',
  framework: 'react',
  sourceRoot: 'src',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  /* TARO_OUT: a folder of its own for a second build at the same time. */
  outputRoot: process.env.TARO_OUT ?? `dist/${process.env.TARO_ENV}`,
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [path.resolve(here, 'plugins/a11y/index.cjs')],
  alias: { '@': path.resolve(here, 'src'), '@shared': path.resolve(root, 'shared') },
  /* Where the cloud is. Empty on H5: the cloud serves the client, so the API is at the same origin. */
  defineConstants: { API_BASE: JSON.stringify(process.env.TARO_APP_API ?? '') },
  jsMinimizer: 'terser',
  /* Half the bytes for Chinese: the words stand in the package as they are, not as escapes. Taro switches off most of what makes a package smaller. */
  terser: { enable: true, config: { output: { ascii_only: false }, compress: { passes: 2, collapse_vars: true, comparisons: true, computed_props: true, hoist_props: true, inline: true, loops: true, negate_iife: true, properties: true, reduce_funcs: true, reduce_vars: true, switches: true, typeofs: true } } },
  mini: {
    compile,
    /* What only the pages of one sub-package share stays in it. */
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform: { enable: true, config: {} } },
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    compile,
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    /* npm run dev: pages from here, everything else from the cloud. Reloading has a socket of its own, /ws is the cloud's. */
    devServer: {
      port: Number(process.env.DEV_PORT ?? 10086),
      open: false,
      hot: false, // else Taro wants a plug-in for it that is not installed; pages are reloaded instead
      historyApiFallback: true,
      proxy: [{ context: ['/api', '/files', '/ws', '/healthz'], target: process.env.DEV_CLOUD, ws: true }],
      client: { webSocketURL: { pathname: '/hot' } },
      webSocketServer: { type: 'ws', options: { path: '/hot' } },
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[chunkhash:8].js' },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
    /* A pixel of the design stays a pixel: on a wide window the column stops growing, and so must what is in it. */
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: true, config: { targetUnit: 'px' } } },
    webpackChain: (chain) => {
      /* Every browser we serve has fetch and AbortController, and nothing asks for JSONP. */
      ['whatwg-fetch', 'abortcontroller-polyfill/dist/abortcontroller-polyfill-only', 'jsonp-retry'].forEach((name) => chain.resolve.alias.set(`${name}$`, path.resolve(here, 'config/nothing.cjs')));
      const split = chain.optimization.get('splitChunks') as { cacheGroups?: object };
      chain.optimization.splitChunks({ ...split, cacheGroups: { ...split.cacheGroups, ...SHARED_CHUNKS } });
    },
  },
}));
