// The report's map: moves and zooms, shows a place's figures, colours places by a quantity and a time.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const svg = byId("map-svg");
  const data = JSON.parse(byId("map-data").textContent);
  const view = byId("map-view");
  const tip = byId("map-tip");
  const card = byId("map-card");
  const slider = byId("map-time");
  const circles = [...svg.querySelectorAll("#map-places circle")];
  const circleOf = new Map(circles.map((c) => [Number(c.dataset.i), c]));
  const marks = [...svg.querySelectorAll(".mark")];
  const names = [...svg.querySelectorAll(".label text")];
  const scaleBar = byId("map-scale");
  const whole = svg.viewBox.baseVal;
  const places = data.places.map(([name, town, people, owed]) => ({ name, town, people, owed }));
  const isCounty = places.some((p) => p.people > 0);
  const lessMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const state = { quantity: 0, time: 0, chosen: -1, zoom: 1, x: 0, y: 0, timer: 0 };

  // Numbers are 16-bit steps from the lowest value on; 65535 stands for none.
  for (const q of data.quantities) {
    const bytes = atob(q.values);
    q.at = (place, time) => {
      const i = 2 * (time * places.length + place);
      const step = bytes.charCodeAt(i) + 256 * bytes.charCodeAt(i + 1);
      const exact = 10 ** (q.decimals + 1);
      return step === 65535 ? null : Math.round((q.low + step * q.step) * exact) / exact;
    };
  }
  const quantity = () => data.quantities[state.quantity];
  const classOf = (q, value) => (value === null ? -1 : q.limits.filter((limit) => value >= limit).length);
  const show = (q, value) => {
    if (value === null) {
      return q.none;
    }
    const number = value.toLocaleString("en-US", { minimumFractionDigits: q.decimals, maximumFractionDigits: q.decimals }).replace("-", "−");
    const label = q.limits.length === 1 && q.unit === "" ? q.labels[classOf(q, value)] : number;
    return q.unit ? `${label} ${q.unit}` : label;
  };
  const element = (name, text, className) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) {
      made.className = className;
    }
    return made;
  };

  // Colours, legend
  const paint = () => {
    const q = quantity();
    const time = q.times.length > 1 ? state.time : 0;
    const members = Array.from({ length: q.colors.length + 1 }, () => ({ places: 0, people: 0 }));
    places.forEach((place, i) => {
      const value = q.at(i, time);
      const c = classOf(q, value);
      const member = members[c < 0 ? q.colors.length : c];
      member.places += 1;
      member.people += place.people;
      const circle = circleOf.get(i);
      if (circle) {
        circle.setAttribute("fill", c < 0 ? q.noneColor : q.colors[c]);
        circle.classList.toggle("low", q.pressure && value !== null && place.owed !== null && value < place.owed);
        circle.setAttribute("aria-label", `${place.name}: ${show(q, value)}`);
      }
    });
    byId("map-clock").textContent = q.times.length > 1 ? q.times[time] : "";
    byId("map-title").textContent = q.title;
    byId("map-source").textContent = data.words.from.replace("{0}", q.source);
    svg.setAttribute("aria-label", data.words.mapOf.replace("{0}", q.title));
    paintLegend(q, members);
    paintCard();
    if (tip.dataset.i !== undefined && !tip.hidden) {
      fillTip(Number(tip.dataset.i));
    }
  };
  const swatch = (color) => {
    const picture = svg.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "svg");
    picture.setAttribute("class", "swatch");
    picture.setAttribute("viewBox", "0 0 12 12");
    picture.setAttribute("aria-hidden", "true");
    const dot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    for (const [name, value] of Object.entries({ cx: 6, cy: 6, r: 5, fill: color, stroke: "#444", "stroke-width": 0.7 })) {
      dot.setAttribute(name, value);
    }
    picture.append(dot);
    return picture;
  };
  const paintLegend = (q, members) => {
    const rows = [];
    for (let c = q.colors.length - 1; c >= -1; c--) {
      const member = members[c < 0 ? q.colors.length : c];
      if (c < 0 && member.places === 0) {
        continue;
      }
      const row = document.createElement("tr");
      const head = element("th", c < 0 ? q.none : q.labels[c]);
      head.scope = "row";
      head.prepend(swatch(c < 0 ? q.noneColor : q.colors[c]));
      row.append(head, element("td", member.places.toLocaleString("en-US"), "n"));
      if (isCounty) {
        row.append(element("td", member.people.toLocaleString("en-US"), "n"));
      }
      rows.push(row);
    }
    byId("map-legend").tBodies[0].replaceChildren(...rows);
  };

  // One place's figures
  const paintCard = () => {
    if (state.chosen < 0) {
      card.replaceChildren(element("p", data.words.choose));
      return;
    }
    const place = places[state.chosen];
    const list = document.createElement("dl");
    const add = (name, value) => list.append(element("dt", name), element("dd", value));
    if (place.people > 0) {
      add(data.words.people, place.people.toLocaleString("en-US"));
    }
    if (place.owed !== null) {
      add(data.words.owed, `${place.owed} m`);
    }
    data.quantities.forEach((q, i) => {
      if (q.times.length === 1) {
        add(q.name, show(q, q.at(state.chosen, 0)));
      } else if (i === state.quantity) {
        add(q.times[state.time], show(q, q.at(state.chosen, state.time)));
      }
    });
    card.replaceChildren(element("h3", place.name), element("p", place.town), list);
  };
  const choose = (i) => {
    circleOf.get(state.chosen)?.classList.remove("chosen");
    state.chosen = i;
    circleOf.get(i)?.classList.add("chosen");
    byId("map-find").value = i < 0 ? "" : String(i);
    paintCard();
  };
  const fillTip = (i) => {
    const q = quantity();
    const value = show(q, q.at(i, q.times.length > 1 ? state.time : 0));
    const people = places[i].people > 0 ? `${data.words.people} ${places[i].people.toLocaleString("en-US")}` : "";
    tip.replaceChildren(element("b", places[i].name), element("span", `${q.name}: ${value}`), document.createElement("br"), element("span", people));
    tip.dataset.i = i;
  };
  const showTip = (circle) => {
    fillTip(Number(circle.dataset.i));
    tip.hidden = false;
    const at = circle.getBoundingClientRect();
    const stage = tip.offsetParent.getBoundingClientRect();
    const left = Math.min(at.right - stage.left + 8, stage.width - tip.offsetWidth - 4);
    const top = Math.max(4, at.top - stage.top - tip.offsetHeight - 6);
    tip.style.left = `${Math.max(4, left)}px`;
    tip.style.top = `${top}px`;
  };
  const hideTip = () => { tip.hidden = true; };

  // Where the map stands. Symbols and names keep their size on the screen; circles grow a little.
  const place = () => {
    view.setAttribute("transform", `translate(${state.x} ${state.y}) scale(${state.zoom})`);
    const unit = unitsPerPixel();
    const mark = (Math.max(1, Math.min(unit, 2.6)) / state.zoom).toFixed(4);
    for (const m of marks) {
      m.setAttribute("transform", `translate(${m.dataset.x} ${m.dataset.y}) scale(${mark})`);
    }
    // On a small map names are larger beside what they name. One that would leave the map or lie on another stands on the other side,
    // and is left out where there is no room either.
    const taken = [];
    for (const name of names) {
      const hasRoom = (isFlipped) => {
        name.style.textAnchor = isFlipped ? "end" : "";
        name.style.transform = isFlipped ? `translateX(${-2 * name.getAttribute("x")}px)` : "";
        const box = name.getBoundingClientRect();
        const isFree = taken.every((t) => t.right <= box.left || t.left >= box.right || t.bottom <= box.top || t.top >= box.bottom);
        const map = svg.getBoundingClientRect();
        return isFree && (state.zoom > 1 || (box.left >= map.left && box.right <= map.right)) ? box : null;
      };
      const box = hasRoom(false) || (name.getAttribute("text-anchor") === "start" && hasRoom(true));
      name.style.visibility = box ? "" : "hidden";
      if (box) {
        taken.push(box);
      }
    }
    const grow = Math.max(1, Math.min(unit, 1.7)) / state.zoom ** 0.75;
    for (const c of circles) {
      c.setAttribute("r", (c.dataset.r * grow).toFixed(2));
    }
    // A finger scrolls the page as long as there is nothing to move the map for.
    svg.style.touchAction = state.zoom === 1 ? "pan-y" : "none";
    if (scaleBar) {
      scaleBar.style.display = state.zoom === 1 ? "" : "none";
      scaleBar.querySelector("text").style.fontSize = `${12 * unit}px`;
    }
  };
  const unitsPerPixel = () => 1 / (svg.getScreenCTM()?.a || 1);
  const zoomBy = (factor, x = whole.width / 2, y = whole.height / 2) => {
    const zoom = Math.min(40, Math.max(1, state.zoom * factor));
    const by = zoom / state.zoom;
    state.x = x - (x - state.x) * by;
    state.y = y - (y - state.y) * by;
    state.zoom = zoom;
    keepInside();
  };
  const keepInside = () => {
    state.x = Math.min(0.5 * whole.width, Math.max(whole.width * (0.5 - state.zoom), state.x));
    state.y = Math.min(0.5 * whole.height, Math.max(whole.height * (0.5 - state.zoom), state.y));
    if (state.zoom === 1) {
      state.x = state.y = 0;
    }
    place();
  };
  const move = (dx, dy) => {
    state.x += dx;
    state.y += dy;
    keepInside();
  };
  const showAll = () => {
    state.zoom = 1;
    keepInside();
  };
  const pointOf = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());

  // Mouse, touch
  const fingers = new Map();
  let isDragged = false;
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    const at = pointOf(event);
    zoomBy(Math.exp(-Math.max(-120, Math.min(120, event.deltaY)) / 300), at.x, at.y);
    hideTip();
  }, { passive: false });
  svg.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, pointOf(event));
    isDragged = false;
  });
  svg.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) {
      return;
    }
    const now = pointOf(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const distance = (p) => Math.hypot(p.x - other.x, p.y - other.y) || 1;
      zoomBy(distance(now) / distance(before), other.x, other.y);
      isDragged = true;
    } else if (isDragged || Math.hypot(now.x - before.x, now.y - before.y) > 4 * unitsPerPixel()) {
      if (!isDragged) {
        svg.setPointerCapture(event.pointerId);
        svg.classList.add("dragging");
        hideTip();
      }
      isDragged = true;
      move(now.x - before.x, now.y - before.y);
    } else {
      return;
    }
    fingers.set(event.pointerId, now);
  });
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) {
    svg.addEventListener(name, (event) => {
      fingers.delete(event.pointerId);
      svg.classList.remove("dragging");
    });
  }
  svg.addEventListener("click", (event) => {
    if (isDragged) {
      return;
    }
    const circle = event.target.closest("#map-places circle");
    choose(circle ? Number(circle.dataset.i) : -1);
    if (circle) {
      showTip(circle);
    } else {
      hideTip();
    }
  });
  for (const circle of circles) {
    circle.addEventListener("pointerenter", () => fingers.size === 0 && showTip(circle));
    circle.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && hideTip());
    circle.addEventListener("focus", () => {
      showTip(circle);
      choose(Number(circle.dataset.i));
    });
    circle.addEventListener("blur", hideTip);
  }

  // Keyboard: of the places one can be reached by Tab, the next ones from there by arrows.
  const stop = (circle) => {
    circles.forEach((c) => c.setAttribute("tabindex", c === circle ? "0" : "-1"));
  };
  const nextOf = (circle, dx, dy) => {
    const [x, y] = [Number(circle.getAttribute("cx")), Number(circle.getAttribute("cy"))];
    let [best, least] = [null, Infinity];
    for (const other of circles) {
      const [ox, oy] = [other.getAttribute("cx") - x, other.getAttribute("cy") - y];
      const along = ox * dx + oy * dy;
      const cost = along + 2.5 * Math.abs(ox * dy - oy * dx);
      if (along > 0.01 && cost < least) {
        [best, least] = [other, cost];
      }
    }
    return best;
  };
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  svg.addEventListener("keydown", (event) => {
    const arrow = arrows[event.key];
    const circle = event.target.closest("circle");
    if (arrow && circle) {
      const next = nextOf(circle, ...arrow);
      if (next) {
        stop(next);
        next.focus();
      }
    } else if (arrow) {
      move(-60 * arrow[0], -60 * arrow[1]);
    } else if (event.key === "+" || event.key === "=") {
      zoomBy(1.4);
    } else if (event.key === "-") {
      zoomBy(1 / 1.4);
    } else if (event.key === "0") {
      showAll();
    } else {
      return;
    }
    event.preventDefault();
  });
  byId("zoom-in").addEventListener("click", () => zoomBy(1.5));
  byId("zoom-out").addEventListener("click", () => zoomBy(1 / 1.5));
  byId("zoom-all").addEventListener("click", showAll);

  // What is shown
  const pause = () => {
    clearInterval(state.timer);
    state.timer = 0;
    byId("map-play").textContent = "▶";
    byId("map-play").setAttribute("aria-label", byId("map-play").dataset.play);
  };
  const play = () => {
    if (state.timer) {
      pause();
      return;
    }
    byId("map-play").textContent = "❚❚";
    byId("map-play").setAttribute("aria-label", byId("map-play").dataset.pause);
    const count = quantity().times.length;
    state.timer = setInterval(() => {
      state.time = (state.time + 1) % count;
      slider.value = state.time;
      paint();
    }, lessMotion || count < 40 ? 700 : 160);
  };
  byId("map-play").addEventListener("click", play);
  slider.addEventListener("input", () => {
    state.time = Number(slider.value);
    paint();
  });
  byId("map-quantity").addEventListener("change", (event) => {
    pause();
    state.quantity = Number(event.target.value);
    state.time = 0;
    slider.max = quantity().times.length - 1;
    slider.value = 0;
    byId("map-time-box").toggleAttribute("hidden", quantity().times.length === 1);
    paint();
  });
  byId("map-find").addEventListener("change", (event) => {
    const i = event.target.value === "" ? -1 : Number(event.target.value);
    choose(i);
    const circle = circleOf.get(i);
    if (circle) {
      state.zoom = Math.max(state.zoom, 3);
      state.x = whole.width / 2 - circle.getAttribute("cx") * state.zoom;
      state.y = whole.height / 2 - circle.getAttribute("cy") * state.zoom;
      keepInside();
      stop(circle);
      showTip(circle);
    }
  });
  new ResizeObserver(place).observe(svg);
  addEventListener("beforeprint", () => { hideTip(); showAll(); });
  if (circles.length > 0) {
    stop(circles[0]);
  }
  place();
  paint();
})();
