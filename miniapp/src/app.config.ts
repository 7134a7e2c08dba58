export default defineAppConfig({
  pages: ['pages/home/index', 'pages/create/index', 'pages/landing/index', 'pages/room/index', 'pages/me/index'],
  subPackages: [
    { root: 'pages/members', pages: ['index'] },
    { root: 'pages/settings', pages: ['index'] },
    { root: 'pages/invite', pages: ['index'] },
    { root: 'pages/search', pages: ['index'] },
    { root: 'pages/card', pages: ['index'] },
    { root: 'pages/role', pages: ['index', 'memory/index'] },
    { root: 'pages/legal', pages: ['index'] },
  ],
  preloadRule: {
    'pages/room/index': { network: 'all', packages: ['pages/members', 'pages/settings', 'pages/invite', 'pages/search', 'pages/card', 'pages/role'] },
  },
  entryPagePath: 'pages/home/index',
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '派',
    navigationBarTextStyle: '@textStyle' as 'black',
    navigationBarBackgroundColor: '@bg',
    backgroundColor: '@bg',
    backgroundTextStyle: 'dark',
  },
});
