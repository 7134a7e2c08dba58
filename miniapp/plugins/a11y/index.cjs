/*
 * Taro leaves every aria attribute out of the mini-program templates. This puts them back: here for the templates made
 * at build time, in runtime.js for the running page. Both are needed, since property aliases are numbered on both sides.
 */
const path = require('path');
const components = require('./aria.cjs');

module.exports = function a11y(ctx) {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: function (platform) {
      if (!platform.template || !platform.template.mergeComponents) return;
      platform.template.mergeComponents(ctx, components);
      platform.runtimePath = [].concat(platform.runtimePath || [], path.join(__dirname, 'runtime.js'));
    },
  });
};
