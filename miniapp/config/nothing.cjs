/* In the place of a package the browsers we serve do not need. */
module.exports = {};
