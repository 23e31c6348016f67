/** Results for people and programs: a table, JSON, contact sheets and a page. */
package io.imagepriors.runtime.report;
