/* ES5 on purpose: this file reaches the mini-program as it is. */
var aria = {
  'aria-label': '',
  'aria-role': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-live': '',
};

module.exports = { View: aria, Text: aria, Button: aria, Image: aria, Input: aria, Textarea: aria, ScrollView: aria };
