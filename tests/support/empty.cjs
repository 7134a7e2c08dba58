/* A style sheet or picture, as a test sees it. */
module.exports = '';
