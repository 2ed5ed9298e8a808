// Sorts and searches the report's tables. Everything is there without it.
"use strict";
(() => {
  const isChinese = document.documentElement.lang.startsWith("zh");
  const words = isChinese
    ? { search: "筛选", shown: (n, all) => `显示 ${n} / ${all}` }
    : { search: "Filter", shown: (n, all) => `${n} of ${all} shown` };
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });

  // A cell's number, or its text where it has none.
  const valueOf = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.v !== undefined ? Number(cell.dataset.v) : cell.textContent.trim();
  };

  // What has no value goes last, whichever way.
  const compare = (a, b, isUp) => {
    const isEmpty = (v) => v === "–" || v === "";
    if (isEmpty(a) || isEmpty(b)) {
      return isEmpty(a) - isEmpty(b);
    }
    const rank = typeof a === "number" && typeof b === "number" ? a - b : order.compare(String(a), String(b));
    return isUp ? rank : -rank;
  };

  const sort = (table, header, column) => {
    // Numbers begin with the largest, texts with A.
    const isNumber = header.classList.contains("n");
    const isUp = header.getAttribute("aria-sort") === null ? !isNumber : header.getAttribute("aria-sort") === "descending";
    for (const other of table.tHead.rows[0].cells) {
      other.removeAttribute("aria-sort");
    }
    header.setAttribute("aria-sort", isUp ? "ascending" : "descending");
    const body = table.tBodies[0];
    const rows = [...body.rows].filter((r) => !r.classList.contains("total"));
    rows.sort((a, b) => compare(valueOf(a, column), valueOf(b, column), isUp));
    body.prepend(...rows);
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((header, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = header.textContent;
      header.dataset.head = header.textContent; // what print shows, which repeats no buttons
      button.addEventListener("click", () => sort(table, header, column));
      header.replaceChildren(button);
    });
  }

  for (const box of document.querySelectorAll(".table.long")) {
    const table = box.querySelector("table");
    const rows = [...table.tBodies[0].rows].filter((r) => !r.classList.contains("total"));
    const texts = new Map(rows.map((r) => [r, r.textContent.toLowerCase()]));
    const filter = document.createElement("p");
    filter.className = "filter";
    const label = document.createElement("label");
    const input = document.createElement("input");
    const shown = document.createElement("output");
    input.type = "search";
    input.id = `${table.id}-filter`;
    label.htmlFor = input.id;
    label.textContent = words.search;
    shown.htmlFor = input.id;
    filter.append(label, input, shown);
    box.prepend(filter);
    const apply = () => {
      const wanted = input.value.trim().toLowerCase();
      let count = 0;
      for (const row of rows) {
        const isShown = texts.get(row).includes(wanted);
        row.hidden = !isShown;
        count += isShown ? 1 : 0;
      }
      shown.textContent = words.shown(count, rows.length);
    };
    input.addEventListener("input", apply);
    apply();
  }
})();
