import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = path.dirname(fileURLToPath(import.meta.url));

export default defineConfig({
  root: here,
  base: '/console/',
  plugins: [react()],
  resolve: { alias: { '@shared': path.join(here, '../../shared') } },
  build: {
    outDir: path.join(here, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    // antd alone is about 700 kB; it has a chunk of its own so that our changes do not make browsers fetch it again.
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // The service lets browsers keep name.<hex>.js for a year.
        hashCharacters: 'hex',
        entryFileNames: 'assets/[name].[hash].js',
        chunkFileNames: 'assets/[name].[hash].js',
        assetFileNames: 'assets/[name].[hash][extname]',
        codeSplitting: { groups: [{ name: 'antd', test: /node_modules/ }] },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
});
