// @ts-check
document.title = '报童'
